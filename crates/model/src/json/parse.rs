//! The parser: from text to a tree that borrows from it.

use std::borrow::Cow;

/// A JSON value. Numbers stay as they were written, since the bundle counts but does not measure.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as written.
    Number(&'a str),
    /// A string without its escapes.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<Value<'a>>),
    /// An object, in the order of its members.
    Object(Vec<(Cow<'a, str>, Value<'a>)>),
}

/// How deep values may nest: deeper than any bundle, and far from what would exhaust the stack.
const MAX_DEPTH: u32 = 128;

/// Where a text stops being JSON, and what was expected there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    /// From the text's first byte.
    pub(crate) offset: usize,
    pub(crate) expected: &'static str,
}

impl<'a> Value<'a> {
    /// Reads a text that holds one value and nothing else.
    pub(crate) fn parse(text: &'a str) -> Result<Self, SyntaxError> {
        let mut parser = Parser { text, offset: 0 };
        let value = parser.value(0)?;
        parser.skip_space();
        if parser.offset < text.len() { Err(parser.expected("nothing more")) } else { Ok(value) }
    }

    /// Its text, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A member of an object; none if it is no object or has none of that name.
    pub fn member(&self, name: &str) -> Option<&Value<'a>> {
        match self {
            Value::Object(members) => {
                members.iter().find(|(key, _)| key == name).map(|(_, value)| value)
            }
            _ => None,
        }
    }
}

struct Parser<'a> {
    text: &'a str,
    offset: usize,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.offset).copied()
    }

    fn expected(&self, expected: &'static str) -> SyntaxError {
        SyntaxError { offset: self.offset, expected }
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.offset += 1;
        }
    }

    /// Takes `byte` if it is next, after space.
    fn takes(&mut self, byte: u8) -> bool {
        self.skip_space();
        let is_next = self.peek() == Some(byte);
        self.offset += usize::from(is_next);
        is_next
    }

    fn value(&mut self, depth: u32) -> Result<Value<'a>, SyntaxError> {
        self.skip_space();
        if depth > MAX_DEPTH {
            return Err(self.expected("fewer values within values"));
        }
        match self.peek() {
            Some(b'{') => self.object(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => self.string().map(Value::Text),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Result<Value<'a>, SyntaxError> {
        let words =
            [("null", Value::Null), ("true", Value::Bool(true)), ("false", Value::Bool(false))];
        for (word, value) in words {
            if self
                .text
                .as_bytes()
                .get(self.offset..)
                .is_some_and(|rest| rest.starts_with(word.as_bytes()))
            {
                self.offset += word.len();
                return Ok(value);
            }
        }
        Err(self.expected("a value"))
    }

    fn object(&mut self, depth: u32) -> Result<Value<'a>, SyntaxError> {
        self.offset += 1;
        let mut members = Vec::new();
        if self.takes(b'}') {
            return Ok(Value::Object(members));
        }
        loop {
            self.skip_space();
            if self.peek() != Some(b'"') {
                return Err(self.expected("a name in quotation marks"));
            }
            let name = self.string()?;
            if !self.takes(b':') {
                return Err(self.expected("`:`"));
            }
            members.push((name, self.value(depth + 1)?));
            if self.takes(b'}') {
                return Ok(Value::Object(members));
            }
            if !self.takes(b',') {
                return Err(self.expected("`,` or `}`"));
            }
        }
    }

    fn list(&mut self, depth: u32) -> Result<Value<'a>, SyntaxError> {
        self.offset += 1;
        let mut items = Vec::new();
        if self.takes(b']') {
            return Ok(Value::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if self.takes(b']') {
                return Ok(Value::List(items));
            }
            if !self.takes(b',') {
                return Err(self.expected("`,` or `]`"));
            }
        }
    }

    fn number(&mut self) -> Result<Value<'a>, SyntaxError> {
        let start = self.offset;
        self.offset += usize::from(self.peek() == Some(b'-'));
        if self.peek() == Some(b'0') {
            self.offset += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.offset += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.offset += 1;
            self.offset += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
            self.digits()?;
        }
        Ok(Value::Number(self.since(start)))
    }

    fn digits(&mut self) -> Result<(), SyntaxError> {
        let start = self.offset;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.offset += 1;
        }
        if self.offset == start { Err(self.expected("a digit")) } else { Ok(()) }
    }

    fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.offset).unwrap_or_default()
    }

    /// A string from its opening quotation mark; borrowed where it has no escapes.
    fn string(&mut self) -> Result<Cow<'a, str>, SyntaxError> {
        self.offset += 1;
        let mut start = self.offset;
        let mut unescaped = String::new();
        loop {
            match self.peek() {
                Some(b'"') => {
                    let rest = self.since(start);
                    self.offset += 1;
                    if unescaped.is_empty() {
                        return Ok(Cow::Borrowed(rest));
                    }
                    unescaped.push_str(rest);
                    return Ok(Cow::Owned(unescaped));
                }
                Some(b'\\') => {
                    unescaped.push_str(self.since(start));
                    self.offset += 1;
                    unescaped.push(self.escape()?);
                    start = self.offset;
                }
                None | Some(0..=0x1f) => return Err(self.expected("the end of a string")),
                Some(_) => self.offset += 1,
            }
        }
    }

    fn escape(&mut self) -> Result<char, SyntaxError> {
        let escaped = match self.peek() {
            Some(b'u') => {
                self.offset += 1;
                return self.unicode_escape();
            }
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            _ => return Err(self.expected("an escape such as \\n")),
        };
        self.offset += 1;
        Ok(escaped)
    }

    /// Four hexadecimal digits, or two times four for what lies beyond the basic plane.
    fn unicode_escape(&mut self) -> Result<char, SyntaxError> {
        let first = self.four_digits()?;
        let code = if (0xd800..0xdc00).contains(&first) {
            let is_pair = self.text.as_bytes().get(self.offset..self.offset + 2) == Some(b"\\u");
            self.offset += if is_pair { 2 } else { 0 };
            let second = if is_pair { self.four_digits()? } else { 0 };
            let low = second.checked_sub(0xdc00).filter(|low| *low < 0x400);
            low.map(|low| 0x10000 + ((first - 0xd800) << 10) + low)
        } else {
            Some(first)
        };
        code.and_then(char::from_u32).ok_or_else(|| self.expected("a whole character"))
    }

    fn four_digits(&mut self) -> Result<u32, SyntaxError> {
        let digits = self.text.as_bytes().get(self.offset..self.offset + 4).unwrap_or_default();
        let value = digits
            .iter()
            .try_fold(0, |value, digit| Some(value * 16 + char::from(*digit).to_digit(16)?));
        match value.filter(|_| digits.len() == 4) {
            Some(value) => {
                self.offset += 4;
                Ok(value)
            }
            None => Err(self.expected("four hexadecimal digits")),
        }
    }
}

#[cfg(test)]
mod tests;
