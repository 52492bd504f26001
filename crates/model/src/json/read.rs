//! From the tree to the bundle's types.
//!
//! Reading goes on after a fault, with a stand-in that no caller ever sees: code that returns early
//! from the middle of a struct must drop what it has read so far, and weighs three times as much.

use super::Value;

/// What is wrong with a value, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where, as a JSON path without its `$`: `.menu[2].label`.
    pub path: String,
    /// What is wrong there.
    pub message: String,
}

/// Where the reading stands, and the first fault that it met.
#[derive(Debug, Default)]
pub struct Reader {
    path: String,
    fault: Option<Fault>,
}

impl Reader {
    /// Reads a whole value.
    ///
    /// # Errors
    /// The first [`Fault`] in it.
    pub fn read<T: FromJson>(value: &Value<'_>) -> Result<T, Fault> {
        let mut reader = Self::default();
        let read = T::from_json(value, &mut reader);
        match reader.fault {
            None => Ok(read),
            Some(fault) => Err(fault),
        }
    }

    /// Notes that the value at hand is not as expected.
    pub fn fault(&mut self, message: &[&str]) {
        if self.fault.is_none() {
            self.fault = Some(Fault { path: self.path.clone(), message: message.concat() });
        }
    }

    /// Reads a member that must be there.
    pub fn required<T: FromJson>(&mut self, object: &Value<'_>, name: &str) -> T {
        match self.member(object, name) {
            None => T::from_json(&Value::Null, self),
            Some(value) => self.within(value, &[".", name]),
        }
    }

    /// Reads a member that may be absent or null.
    pub fn optional<T: FromJson + Default>(&mut self, object: &Value<'_>, name: &str) -> T {
        match object.member(name) {
            None | Some(Value::Null) => T::default(),
            Some(value) => self.within(value, &[".", name]),
        }
    }

    /// Reads one of several words.
    pub fn word<T: Copy>(&mut self, value: &Value<'_>, words: &[(&str, T)]) -> Option<T> {
        let text = value.as_text().unwrap_or_default();
        let word = words.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning);
        if word.is_none() {
            let known: Vec<_> = words.iter().map(|(word, _)| *word).collect();
            self.fault(&["expected one of ", &known.join(", ")]);
        }
        word
    }

    fn member<'v, 'a>(&mut self, object: &'v Value<'a>, name: &str) -> Option<&'v Value<'a>> {
        let member = object.member(name);
        if member.is_none() {
            match object {
                Value::Object(_) => self.fault(&["the field `", name, "` is missing"]),
                _ => self.fault(&["expected an object"]),
            }
        }
        member
    }

    fn within<T: FromJson>(&mut self, value: &Value<'_>, step: &[&str]) -> T {
        let length = self.path.len();
        self.path.push_str(&step.concat());
        let read = T::from_json(value, self);
        self.path.truncate(length);
        read
    }
}

/// A type that can be read from JSON.
pub trait FromJson: Sized {
    /// Reads it. Where the value is not as expected, the reader is told, and what is returned only
    /// stands in until [`Reader::read`] reports the fault.
    fn from_json(value: &Value<'_>, reader: &mut Reader) -> Self;
}

impl FromJson for String {
    fn from_json(value: &Value<'_>, reader: &mut Reader) -> Self {
        if value.as_text().is_none() {
            reader.fault(&["expected a text"]);
        }
        value.as_text().unwrap_or_default().to_owned()
    }
}

impl FromJson for bool {
    fn from_json(value: &Value<'_>, reader: &mut Reader) -> Self {
        if !matches!(value, Value::Bool(_)) {
            reader.fault(&["expected true or false"]);
        }
        *value == Value::Bool(true)
    }
}

impl FromJson for u64 {
    fn from_json(value: &Value<'_>, reader: &mut Reader) -> Self {
        let number = match value {
            Value::Number(number) => number.parse().ok(),
            _ => None,
        };
        if number.is_none() {
            reader.fault(&["expected a whole number"]);
        }
        number.unwrap_or_default()
    }
}

/// Smaller numbers, read from the largest.
macro_rules! from_json_number {
    ($($number:ident),*) => {$(
        impl FromJson for $number {
            fn from_json(value: &Value<'_>, reader: &mut Reader) -> Self {
                let number = u64::from_json(value, reader).try_into();
                if number.is_err() {
                    reader.fault(&["expected a smaller number"]);
                }
                number.unwrap_or_default()
            }
        }
    )*};
}

from_json_number! { u8, u16, u32 }

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(value: &Value<'_>, reader: &mut Reader) -> Self {
        Some(T::from_json(value, reader))
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(value: &Value<'_>, reader: &mut Reader) -> Self {
        let Value::List(items) = value else {
            reader.fault(&["expected a list"]);
            return Self::new();
        };
        let mut read = Self::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            read.push(reader.within(item, &["[", &index.to_string(), "]"]));
        }
        read
    }
}

/// Reads structs from objects: which fields must be there, and which take their default where they
/// are absent. Names are the same on both sides; a field that the macro does not name does not
/// compile.
macro_rules! from_json {
    ($($name:ident { $($required:ident),* $(; $($optional:ident),*)? })*) => {$(
        impl $crate::json::FromJson for $name {
            fn from_json(value: &$crate::json::Value<'_>, reader: &mut $crate::json::Reader) -> Self {
                Self {
                    $($required: reader.required(value, stringify!($required)),)*
                    $($($optional: reader.optional(value, stringify!($optional)),)*)?
                }
            }
        }
    )*};
}

/// Reads types from strings, by their `FromStr`; each with a text that stands in for a faulty one.
macro_rules! from_json_text {
    ($($name:ident = $stand_in:literal),*) => {$(
        impl $crate::json::FromJson for $name {
            fn from_json(value: &$crate::json::Value<'_>, reader: &mut $crate::json::Reader) -> Self {
                let text = value.as_text();
                if text.is_none() {
                    reader.fault(&["expected a text"]);
                }
                text.unwrap_or($stand_in).parse().unwrap_or_else(|error: <Self as std::str::FromStr>::Err| {
                    reader.fault(&[&error.to_string()]);
                    $stand_in.parse().expect("what stands in is valid")
                })
            }
        }
    )*};
}

/// Reads enums without data from their names.
macro_rules! from_json_word {
    ($($name:ident { $first:literal => $first_variant:ident $(, $word:literal => $variant:ident)* })*) => {$(
        impl $crate::json::FromJson for $name {
            fn from_json(value: &$crate::json::Value<'_>, reader: &mut $crate::json::Reader) -> Self {
                let words = [($first, Self::$first_variant) $(, ($word, Self::$variant))*];
                reader.word(value, &words).unwrap_or(Self::$first_variant)
            }
        }
    )*};
}

pub(crate) use {from_json, from_json_text, from_json_word};
