use proptest::prelude::*;

use super::*;

/// The same value as `serde_json` sees it.
fn by_serde(value: &Value<'_>) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(value) => (*value).into(),
        Value::Number(number) => serde_json::from_str(number).unwrap(),
        Value::Text(text) => text.as_ref().into(),
        Value::List(items) => items.iter().map(by_serde).collect(),
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| (name.to_string(), by_serde(value)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
    }
}

fn agrees_with_serde(text: &str) {
    match (Value::parse(text), serde_json::from_str::<serde_json::Value>(text)) {
        (Ok(ours), Ok(theirs)) => assert_eq!(by_serde(&ours), theirs, "{text}"),
        (Err(_), Err(_)) => {}
        // A number that no float can hold is JSON all the same.
        (Ok(_), Err(error)) if error.to_string().contains("number out of range") => {}
        (ours, theirs) => panic!("{text}: {ours:?} against {theirs:?}"),
    }
}

#[test]
fn hard_cases_are_read_as_serde_json_reads_them() {
    let deep = "[".repeat(100) + &"]".repeat(100);
    for text in [
        "",
        " ",
        "null",
        "nul",
        "nullx",
        "truefalse",
        "-",
        "-0",
        "01",
        "1.",
        ".5",
        "1e5",
        "1E+",
        "1e-2",
        "+1",
        r#""""#,
        r#"""#,
        r#""\u0041\n\/""#,
        r#""\ud83d\ude00""#,
        r#""\ud83d""#,
        r#""\ude00""#,
        r#""\ud83d\u0041""#,
        r#""\u12""#,
        r#""\x""#,
        "\"a\nb\"",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{}",
        r#"{"a":1,}"#,
        r#"{"a" 1}"#,
        "{a:1}",
        r#"{"a":{"b":[{}]}}"#,
        "[[[[",
        "\u{feff}1",
        "1 2",
        &deep,
    ] {
        agrees_with_serde(text);
    }
}

#[test]
fn a_value_nested_ten_thousand_times_is_refused() {
    assert!(Value::parse(&"[".repeat(10_000)).is_err());
}

proptest! {
    #[test]
    fn any_text_is_read_as_serde_json_reads_it(text in r#"[\[\]{}:,"\\a-fu0-9.eE+\- \n\t]{0,40}"#) {
        agrees_with_serde(&text);
    }

    #[test]
    fn any_string_survives(text in any::<String>()) {
        let json = serde_json::to_string(&text).unwrap();
        prop_assert_eq!(Value::parse(&json).unwrap(), Value::Text(text.into()));
    }
}
