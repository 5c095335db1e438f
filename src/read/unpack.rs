//! Compressed streams, by their first bytes, and a guard against those that unpack without end.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

/// A stream that unpacks to more than so many times its size is refused…
const RATIO: u64 = 300;
/// …once it has given so many bytes.
const FLOOR: u64 = 64 << 20;
/// Memory for the dictionary of an xz stream, in KiB: enough for what `xz -9` writes.
const XZ_MEMORY: u32 = 80 << 10;

/// How a stream is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Packing {
    Gzip,
    Zstd,
    Bzip2,
    Xz,
}

impl Packing {
    /// By the first bytes of a stream.
    pub(crate) fn of(head: &[u8]) -> Option<Self> {
        match head {
            [0x1f, 0x8b, ..] => Some(Packing::Gzip),
            [0x28, 0xb5, 0x2f, 0xfd, ..] => Some(Packing::Zstd),
            [b'B', b'Z', b'h', b'1'..=b'9', 0x31, 0x41, 0x59, 0x26, ..] => Some(Packing::Bzip2),
            [0xfd, b'7', b'z', b'X', b'Z', 0, ..] => Some(Packing::Xz),
            _ => None,
        }
    }

    /// The stream unpacked, all its members behind each other.
    pub(crate) fn unpack<'a>(self, stream: Box<dyn Read + 'a>) -> io::Result<Box<dyn Read + 'a>> {
        let taken = Rc::new(Cell::new(0));
        let stream = Counted { stream, taken: taken.clone() };
        let unpacked: Box<dyn Read + 'a> = match self {
            Packing::Gzip => Box::new(flate2::read::MultiGzDecoder::new(stream)),
            Packing::Zstd => Box::new(zstd::Decoder::new(stream)?),
            Packing::Bzip2 => Box::new(bzip2::read::MultiBzDecoder::new(stream)),
            Packing::Xz => {
                Box::new(lzma_rust2::XzReader::new_mem_limit(io::BufReader::new(stream), true, XZ_MEMORY))
            }
        };
        Ok(Box::new(Guard { stream: unpacked, packed: taken, given: Rc::default() }))
    }
}

/// A file's name without the endings of compression: what its content is called.
pub(crate) fn content_name(name: &str) -> &str {
    let lower = name.to_ascii_lowercase();
    let ending = [".gz", ".zst", ".bz2", ".xz"].into_iter().find(|ending| lower.ends_with(ending));
    ending.map_or(name, |ending| &name[..name.len() - ending.len()])
}

/// Counts what is read.
struct Counted<R> {
    stream: R,
    taken: Rc<Cell<u64>>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let got = self.stream.read(out)?;
        self.taken.set(self.taken.get() + got as u64);
        Ok(got)
    }
}

/// Refuses to unpack a bomb.
pub(crate) struct Guard<R> {
    stream: R,
    /// Bytes that were packed.
    packed: Rc<Cell<u64>>,
    /// Bytes that they gave.
    given: Rc<Cell<u64>>,
}

impl<R: Read> Guard<R> {
    /// Guards a stream unpacked from `packed` bytes; `given` may be shared with others from the same bytes.
    pub(crate) fn new(stream: R, packed: u64, given: Rc<Cell<u64>>) -> Self {
        Guard { stream, packed: Rc::new(Cell::new(packed)), given }
    }
}

impl<R: Read> Read for Guard<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let got = self.stream.read(out)?;
        let given = self.given.get() + got as u64;
        self.given.set(given);
        if given > FLOOR && given / RATIO > self.packed.get() {
            return Err(io::Error::other(format!(
                "refused: it unpacks to more than {RATIO} times its size, as a decompression bomb does; unpack it first \
                 if it is sound"
            )));
        }
        Ok(got)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        out.write_all(bytes).unwrap();
        out.finish().unwrap()
    }

    fn unpacked(bytes: &[u8]) -> io::Result<Vec<u8>> {
        let mut out = Vec::new();
        Packing::of(bytes).unwrap().unpack(Box::new(bytes))?.read_to_end(&mut out)?;
        Ok(out)
    }

    #[test]
    fn streams_of_several_members() {
        let (a, b) = ("清理".as_bytes(), "河道".as_bytes());
        let zst = |bytes: &[u8]| zstd::encode_all(bytes, 3).unwrap();
        let bz2 = |bytes: &[u8]| {
            let mut out = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::fast());
            out.write_all(bytes).unwrap();
            out.finish().unwrap()
        };
        for (one, two) in [(gzip(a), gzip(b)), (zst(a), zst(b)), (bz2(a), bz2(b))] {
            assert_eq!(unpacked(&[one, two].concat()).unwrap(), "清理河道".as_bytes());
        }
    }

    #[test]
    fn xz() {
        // 清理河道, by `xz -9`.
        let packed = include_bytes!("../../tests/data/page.txt.xz");
        assert!(String::from_utf8(unpacked(packed).unwrap()).unwrap().starts_with("清理河道\n"));
    }

    #[test]
    fn bombs_are_refused() {
        let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        let zeros = vec![0; 1 << 20];
        (0..80).for_each(|_| out.write_all(&zeros).unwrap());
        let error = unpacked(&out.finish().unwrap()).unwrap_err();
        assert!(error.to_string().contains("300 times its size"), "{error}");
    }

    #[test]
    fn names_of_what_is_packed() {
        assert_eq!(content_name("a/rows.jsonl.GZ"), "a/rows.jsonl");
        assert_eq!(content_name("dump.tar.zst"), "dump.tar");
        assert_eq!(content_name("gz"), "gz");
    }
}
