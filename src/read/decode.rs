//! Bytes → text. UTF-8 for now; nothing is ever replaced by `U+FFFD`.

use std::borrow::Cow;
use std::fmt;

/// The byte order mark of UTF-8.
pub const BOM: &[u8] = b"\xef\xbb\xbf";

/// The first place where bytes are not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotUtf8 {
    /// Its place in the bytes, from 0.
    pub offset: usize,
    /// Whether the text before it is UTF-8 beyond ASCII: then the input is damaged rather than in another encoding.
    pub is_damage: bool,
}

impl NotUtf8 {
    /// The fault that validating `bytes` found.
    pub(crate) fn new(error: std::str::Utf8Error, bytes: &[u8]) -> Self {
        let offset = error.valid_up_to();
        NotUtf8 { offset, is_damage: !bytes[..offset].is_ascii() }
    }
}

impl fmt::Display for NotUtf8 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let remedy = match self.is_damage {
            true => "the file is damaged here; to leave such bytes out: `iconv -c -f UTF-8 -t UTF-8 FILE`",
            false => {
                "convert the file first, such as from GB18030 (GBK) with `iconv -f GB18030 -t UTF-8 FILE`"
            }
        };
        write!(f, "not UTF-8 at byte {}: {remedy}", self.offset)
    }
}

/// The text of a whole input: its byte order mark left out, every line end a `\n`.
///
/// # Errors
///
/// The first byte that is not UTF-8.
///
/// ```
/// use jianbao::read::decode::decode;
/// assert_eq!(decode("\u{FEFF}社区传真\r\n晚报讯".as_bytes()).unwrap(), "社区传真\n晚报讯");
/// assert_eq!(decode(b"a\n\xcd\xed").unwrap_err().offset, 2);
/// ```
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, NotUtf8> {
    let text = str::from_utf8(bytes).map_err(|error| NotUtf8::new(error, bytes))?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if memchr::memchr(b'\r', text.as_bytes()).is_none() {
        return Ok(Cow::Borrowed(text));
    }
    Ok(Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")))
}
