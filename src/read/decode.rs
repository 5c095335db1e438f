//! Bytes → text: which encoding they are in, and where they are not of it.
//!
//! What cannot be decoded is marked by `U+FFFD` in its place and reported with its offset; nothing is lost in silence.
//!
//! Which it is is told from the first 64 KiB, on the reading thread, and of a file that begins in ASCII chunk by chunk.
//! UTF-16 is turned into UTF-8 on the way, and its offsets are counted back.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::DecoderResult;
use std::borrow::Cow;
use std::fmt;

/// How many bytes are looked at to tell an encoding.
const SAMPLE: usize = 64 << 10;
/// Text with more damage, or control characters, than one in so many characters is not text of that encoding.
const DAMAGE: usize = 8;

/// The encodings that Chinese text comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with a byte order mark or without.
    Utf8,
    /// UTF-16, little-endian.
    Utf16Le,
    /// UTF-16, big-endian.
    Utf16Be,
    /// GB18030, and GBK and GB2312 with it.
    Gb18030,
    /// Big5 with its Hong Kong supplement.
    Big5,
}

impl Encoding {
    /// The encoding of a label, as web pages and `iconv` spell it.
    ///
    /// ```
    /// use jianbao::read::decode::Encoding;
    /// assert_eq!(Encoding::named("GBK"), Some(Encoding::Gb18030));
    /// assert_eq!(Encoding::named("latin1"), None);
    /// ```
    pub fn named(label: &str) -> Option<Self> {
        let label = label.trim().to_ascii_lowercase();
        let found = match label.as_str() {
            "utf16" | "utf-16" => encoding_rs::UTF_16LE,
            "utf16le" => encoding_rs::UTF_16LE,
            "utf16be" => encoding_rs::UTF_16BE,
            "cp936" | "gb-18030" => encoding_rs::GB18030,
            "cp950" | "big-5" => encoding_rs::BIG5,
            label => encoding_rs::Encoding::for_label(label.as_bytes())?,
        };
        Self::of(found)
    }

    fn of(codec: &'static encoding_rs::Encoding) -> Option<Self> {
        [Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::Gb18030, Self::Big5]
            .into_iter()
            .find(|e| e.codec() == codec)
            .or((codec == encoding_rs::GBK).then_some(Self::Gb18030))
    }

    fn codec(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 => encoding_rs::UTF_8,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
            Self::Gb18030 => encoding_rs::GB18030,
            Self::Big5 => encoding_rs::BIG5,
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gb18030 => "GB18030",
            other => other.codec().name(),
        }
    }

    /// Whether its units are two bytes.
    pub(crate) fn is_wide(self) -> bool {
        matches!(self, Self::Utf16Le | Self::Utf16Be)
    }

    /// The encoding of bytes that begin an input; `None` where they are ASCII, which says nothing of what follows.
    ///
    /// ```
    /// use jianbao::read::decode::Encoding;
    /// assert_eq!(Encoding::detect(b"\xc7\xe5\xc0\xed\xba\xd3\xb5\xc0"), Some(Encoding::Gb18030));
    /// assert_eq!(Encoding::detect("清理河道".as_bytes()), Some(Encoding::Utf8));
    /// assert_eq!(Encoding::detect(b"{\"id\": 1}"), None);
    /// ```
    pub fn detect(bytes: &[u8]) -> Option<Self> {
        if let Some(marked) = Self::marked(bytes) {
            return Some(marked);
        }
        // From the first line that is not ASCII on.
        let first = bytes.iter().position(|b| !b.is_ascii() || *b == 0)?;
        let start = memchr::memrchr(b'\n', &bytes[..first]).map_or(0, |at| at + 1);
        let sample = &bytes[start.max(first.saturating_sub(SAMPLE / 2))..];
        let sample = &sample[..sample.len().min(SAMPLE)];
        // A character cut off at the end is no fault.
        let is_utf8 =
            simdutf8::compat::from_utf8(sample).map_or_else(|error| error.error_len().is_none(), |_| true);
        if (!is_utf8 || sample.contains(&0))
            && let Some(wide) = wide(&bytes[..bytes.len().min(SAMPLE)])
        {
            return Some(wide);
        }
        Some(if is_utf8 || is_damaged_utf8(sample) { Self::Utf8 } else { chinese(sample) })
    }

    /// The encoding that a byte order mark tells.
    fn marked(bytes: &[u8]) -> Option<Self> {
        encoding_rs::Encoding::for_bom(bytes).and_then(|(codec, _)| Self::of(codec))
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// UTF-16 without a mark: its units are Chinese, punctuation and ASCII in one byte order, and not in the other.
fn wide(bytes: &[u8]) -> Option<Encoding> {
    let usual = |unit: u16| matches!(unit, 9 | 10 | 13 | 0x20..=0x7E | 0xB7 | 0x2010..=0x203B | 0x3000..=0x303F | 0x4E00..=0x9FFF | 0xFF00..=0xFFEF);
    let share = |read: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|pair| read([pair[0], pair[1]]));
        units.filter(|&unit| usual(unit)).count() * 100 / (bytes.len() / 2).max(1)
    };
    let (little, big) = (share(u16::from_le_bytes), share(u16::from_be_bytes));
    (little.max(big) >= 95 && little.abs_diff(big) >= 20).then_some(match little > big {
        true => Encoding::Utf16Le,
        false => Encoding::Utf16Be,
    })
}

/// Whether as much of the bytes is Chinese in UTF-8 as is not UTF-8: by chance that is rare.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| c.len_utf8() >= 3).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sound >= broken
}

/// GB18030 or Big5: the one without faults, or what the detector thinks.
fn chinese(bytes: &[u8]) -> Encoding {
    let faults = |encoding: Encoding| decode_marked(bytes, encoding).1.map_or(0, |fault| fault.count);
    // The sample may end within a character.
    let (gb, big5) = (faults(Encoding::Gb18030), faults(Encoding::Big5));
    if gb.abs_diff(big5) > 1 + bytes.len() / 256 {
        return if gb < big5 { Encoding::Gb18030 } else { Encoding::Big5 };
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, false);
    match Encoding::of(detector.guess(None, Utf8Detection::Deny)) {
        Some(Encoding::Big5) => Encoding::Big5,
        _ => Encoding::Gb18030,
    }
}

/// The first place where bytes are not of their encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The encoding.
    pub encoding: Encoding,
    /// The place in the bytes, from 0.
    pub offset: usize,
    /// The line in the text, from 0.
    pub line: usize,
    /// How many such places there are.
    pub count: usize,
}

impl Fault {
    /// Whether the text is rather in another encoding than damaged.
    pub(crate) fn is_hopeless(&self, text: &str) -> bool {
        let is_control = |c: &char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        (self.count + text.chars().filter(is_control).count()) * DAMAGE > text.chars().count()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not {} at byte {}", self.encoding, self.offset)
    }
}

/// The text of bytes, their byte order mark left out, and their first fault. Line ends are left as they are.
///
/// ```
/// use jianbao::read::decode::{Encoding, decode};
/// let (text, fault) = decode(b"\xc7\xe5\xc0\xed\xff\xba\xd3\xb5\xc0", Encoding::Gb18030);
/// assert_eq!(text, "清理\u{FFFD}河道");
/// assert_eq!(fault.unwrap().to_string(), "not GB18030 at byte 4");
/// ```
pub fn decode(bytes: &[u8], encoding: Encoding) -> (Cow<'_, str>, Option<Fault>) {
    let mark = encoding_rs::Encoding::for_bom(bytes).filter(|(codec, _)| *codec == encoding.codec());
    let skipped = mark.map_or(0, |(_, length)| length);
    let (text, fault) = decode_marked(&bytes[skipped..], encoding);
    (text, fault.map(|fault| Fault { offset: fault.offset + skipped, ..fault }))
}

/// As [`decode`]; a byte order mark is a character.
pub(crate) fn decode_marked(bytes: &[u8], encoding: Encoding) -> (Cow<'_, str>, Option<Fault>) {
    if encoding == Encoding::Utf8
        && let Ok(text) = simdutf8::basic::from_utf8(bytes)
    {
        return (Cow::Borrowed(text), None);
    }
    let mut decoder = encoding.codec().new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len() / 2 * 3 + 16);
    let mut fault: Option<Fault> = None;
    let mut at = 0;
    loop {
        let (result, read) = decoder.decode_to_string_without_replacement(&bytes[at..], &mut text, true);
        at += read;
        match result {
            DecoderResult::InputEmpty => return (Cow::Owned(text), fault),
            DecoderResult::OutputFull => text.reserve(bytes.len() - at + 16),
            DecoderResult::Malformed(length, behind) => {
                let offset = at - usize::from(length) - usize::from(behind);
                let line = || memchr::memchr_iter(b'\n', text.as_bytes()).count();
                let fault = fault.get_or_insert_with(|| Fault { encoding, offset, line: line(), count: 0 });
                fault.count += 1;
                text.reserve(bytes.len() - at + 16);
                text.push('\u{FFFD}');
            }
        }
    }
}

/// A stream of UTF-16 as UTF-8, for what is cut at bytes. A byte `0xFF` stands for a unit that is no character.
#[derive(Debug)]
pub(crate) struct Narrowed<R> {
    stream: R,
    encoding: Encoding,
    /// Bytes read that are not yet turned: less than a character.
    rest: Vec<u8>,
    /// Bytes turned that are not yet given.
    ready: Vec<u8>,
    given: usize,
}

impl<R: std::io::Read> Narrowed<R> {
    pub(crate) fn new(stream: R, encoding: Encoding) -> Self {
        Narrowed { stream, encoding, rest: Vec::new(), ready: Vec::new(), given: 0 }
    }

    fn turn(&mut self, last: bool) {
        let unit = |pair: &[u8]| match self.encoding {
            Encoding::Utf16Be => u16::from_be_bytes([pair[0], pair[1]]),
            _ => u16::from_le_bytes([pair[0], pair[1]]),
        };
        let mut units = self.rest.len() / 2;
        // The first half of a pair waits for the second.
        if !last && units > 0 && matches!(unit(&self.rest[2 * units - 2..]), 0xD800..=0xDBFF) {
            units -= 1;
        }
        for found in char::decode_utf16(self.rest[..2 * units].chunks_exact(2).map(unit)) {
            match found {
                Ok(c) => self.ready.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
                Err(_) => self.ready.push(0xFF),
            }
        }
        self.rest.drain(..2 * units);
        if last && !self.rest.is_empty() {
            self.rest.clear();
            self.ready.push(0xFF);
        }
    }
}

impl<R: std::io::Read> std::io::Read for Narrowed<R> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let mut buffer = [0; 8 << 10];
        while self.given == self.ready.len() {
            self.ready.clear();
            self.given = 0;
            let got = self.stream.read(&mut buffer)?;
            self.rest.extend_from_slice(&buffer[..got]);
            self.turn(got == 0);
            if got == 0 {
                break;
            }
        }
        let got = out.len().min(self.ready.len() - self.given);
        out[..got].copy_from_slice(&self.ready[self.given..self.given + got]);
        self.given += got;
        Ok(got)
    }
}

/// How many bytes of UTF-16 have become `bytes` by [`Narrowed`].
pub(crate) fn narrowed_width(bytes: &[u8]) -> usize {
    let units = |b: &u8| match b {
        0x80..=0xBF => 0,
        0xF0..=0xF4 => 2,
        _ => 1,
    };
    2 * bytes.iter().map(units).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    const SIMPLIFIED: &str = "清理河道\n10月29日,柳荫社区组织30名志愿者清理河道。\n";
    const TRADITIONAL: &str = "清理河道\n10月29日，柳蔭社區組織30名志願者清理河道。\n";

    fn encoded(text: &str, codec: &'static encoding_rs::Encoding) -> Vec<u8> {
        codec.encode(text).0.into_owned()
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn encodings_are_told_apart() {
        let le = utf16(SIMPLIFIED, u16::to_le_bytes);
        let be = utf16(TRADITIONAL, u16::to_be_bytes);
        for (bytes, encoding) in [
            (SIMPLIFIED.as_bytes().to_vec(), Encoding::Utf8),
            ([b"\xef\xbb\xbf", SIMPLIFIED.as_bytes()].concat(), Encoding::Utf8),
            (encoded(SIMPLIFIED, encoding_rs::GBK), Encoding::Gb18030),
            (encoded("清理", encoding_rs::GBK), Encoding::Gb18030),
            (encoded("㐂𠮷社区清理河道", encoding_rs::GB18030), Encoding::Gb18030),
            (encoded(TRADITIONAL, encoding_rs::BIG5), Encoding::Big5),
            (encoded("柳蔭社區清理河道", encoding_rs::BIG5), Encoding::Big5),
            (encoded(TRADITIONAL, encoding_rs::GB18030), Encoding::Gb18030),
            (le.clone(), Encoding::Utf16Le),
            ([b"\xff\xfe", &le[..]].concat(), Encoding::Utf16Le),
            (be.clone(), Encoding::Utf16Be),
            ([b"\xfe\xff", &be[..]].concat(), Encoding::Utf16Be),
            (utf16("{\"id\": \"a\"}", u16::to_le_bytes), Encoding::Utf16Le),
        ] {
            assert_eq!(Encoding::detect(&bytes), Some(encoding), "{bytes:x?}");
            let (text, fault) = decode(&bytes, encoding);
            assert_eq!(fault, None);
            assert!(!text.starts_with('\u{FEFF}') && text.ends_with(['\n', '道', '理', '}']), "{text}");
        }
        assert_eq!(Encoding::detect(b"{\"id\": 17}\n"), None);
        assert_eq!(Encoding::detect(b""), None);
    }

    #[test]
    fn a_sample_may_end_within_a_character() {
        for codec in [encoding_rs::UTF_8, encoding_rs::GBK, encoding_rs::BIG5] {
            let bytes = encoded(TRADITIONAL, codec);
            let whole = Encoding::detect(&bytes);
            for end in bytes.len() - 9..bytes.len() {
                assert_eq!(Encoding::detect(&bytes[..end]), whole, "{end}");
            }
        }
    }

    #[test]
    fn damage_is_marked_in_place() {
        let mut bytes = SIMPLIFIED.as_bytes().to_vec();
        let at = SIMPLIFIED.find("30").unwrap();
        bytes[at] = 0xFF;
        bytes.truncate(bytes.len() - 2);
        assert_eq!(Encoding::detect(&bytes), Some(Encoding::Utf8));
        let (text, fault) = decode(&bytes, Encoding::Utf8);
        assert_eq!(text.matches('\u{FFFD}').count(), 2);
        let fault = fault.unwrap();
        assert_eq!((fault.offset, fault.line, fault.count), (at, 1, 2));
        // The lead byte of a character is lost, the line end behind it is not.
        let (text, fault) = decode(b"\xc7\xe5\xc0\n\xba\xd3", Encoding::Gb18030);
        assert_eq!((&*text, fault.unwrap().offset), ("清\u{FFFD}\n河", 2));
    }

    #[test]
    fn utf_16_as_a_stream() {
        let text = format!("{SIMPLIFIED}𠮷\u{FFFD}");
        for (encoding, bytes) in [
            (Encoding::Utf16Le, utf16(&text, u16::to_le_bytes)),
            (Encoding::Utf16Be, utf16(&text, u16::to_be_bytes)),
        ] {
            let mut narrow = Vec::new();
            Narrowed::new(&bytes[..], encoding).read_to_end(&mut narrow).unwrap();
            assert_eq!(str::from_utf8(&narrow).unwrap(), text);
            assert_eq!(narrowed_width(&narrow), bytes.len());
            let mut damaged = Vec::new();
            Narrowed::new(&bytes[..bytes.len() - 3], encoding).read_to_end(&mut damaged).unwrap();
            assert_eq!(damaged.last(), Some(&0xFF));
        }
    }
}
