//! Writing plain or compressed, by a file's name.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// How many bytes a compressor is given at a time: always as many, so that the same records give the same file however
/// they come.
const BLOCK: usize = 128 << 10;

/// A file's content on its way in.
#[derive(Debug)]
pub(super) struct Packer<W: Write + Send> {
    block: Vec<u8>,
    kind: Kind<W>,
}

enum Kind<W: Write + Send> {
    Plain(BufWriter<W>),
    Gzip(GzEncoder<BufWriter<W>>),
    Zstd(zstd::Encoder<'static, BufWriter<W>>),
    #[cfg(feature = "parquet")]
    Parquet(Box<super::parquet::Columns<BufWriter<W>>>),
}

impl<W: Write + Send> std::fmt::Debug for Kind<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Kind::Plain(_) => "plain",
            Kind::Gzip(_) => "gzip",
            Kind::Zstd(_) => "zstd",
            #[cfg(feature = "parquet")]
            Kind::Parquet(_) => "Parquet",
        })
    }
}

impl<W: Write + Send> Packer<W> {
    /// Writes to `file` as the ending of `name` says.
    pub(super) fn new(file: W, name: &Path) -> io::Result<Self> {
        let file = BufWriter::new(file);
        let kind = match ending(name).as_deref() {
            Some("gz") => Kind::Gzip(GzEncoder::new(file, Compression::default())),
            Some("zst") => Kind::Zstd(zstd::Encoder::new(file, 3)?),
            _ => Kind::Plain(file),
        };
        Ok(Packer { block: Vec::new(), kind })
    }

    /// Writes JSON Lines to `file` as Parquet.
    #[cfg(feature = "parquet")]
    pub(super) fn parquet(file: W, explain: bool) -> io::Result<Self> {
        let columns = super::parquet::Columns::new(BufWriter::new(file), explain)?;
        Ok(Packer { block: Vec::new(), kind: Kind::Parquet(Box::new(columns)) })
    }

    /// Whether a file of this name is compressed.
    pub(super) fn packs(name: &Path) -> bool {
        matches!(ending(name).as_deref(), Some("gz" | "zst"))
    }

    /// Writes what is left.
    pub(super) fn finish(mut self) -> io::Result<W> {
        let block = std::mem::take(&mut self.block);
        self.give(&block)?;
        let file = match self.kind {
            Kind::Plain(out) => out,
            Kind::Gzip(out) => out.finish()?,
            Kind::Zstd(out) => out.finish()?,
            #[cfg(feature = "parquet")]
            Kind::Parquet(out) => out.finish()?,
        };
        file.into_inner().map_err(|error| error.into_error())
    }

    fn give(&mut self, bytes: &[u8]) -> io::Result<()> {
        match &mut self.kind {
            Kind::Plain(out) => out.write_all(bytes),
            Kind::Gzip(out) => out.write_all(bytes),
            Kind::Zstd(out) => out.write_all(bytes),
            #[cfg(feature = "parquet")]
            Kind::Parquet(out) => out.write(bytes),
        }
    }
}

impl<W: Write + Send> Write for Packer<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Kind::Plain(out) = &mut self.kind {
            return out.write(bytes);
        }
        let taken = bytes.len().min(BLOCK - self.block.len());
        self.block.extend_from_slice(&bytes[..taken]);
        if self.block.len() == BLOCK {
            let mut block = std::mem::take(&mut self.block);
            self.give(&block)?;
            block.clear();
            self.block = block;
        }
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.kind {
            Kind::Plain(out) => out.flush(),
            // A block goes out when it is full.
            _ => Ok(()),
        }
    }
}

/// The ending of a file's name, in small letters.
pub(super) fn ending(name: &Path) -> Option<String> {
    Some(name.extension()?.to_str()?.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_bytes_however_they_come() {
        let text: Vec<u8> = (0..400_000u32).flat_map(|n| (n.wrapping_mul(n) >> 7).to_le_bytes()).collect();
        for name in ["a.gz", "a.zst", "a.jsonl"] {
            let packed = |size: usize| {
                let mut packer = Packer::new(Vec::new(), Path::new(name)).unwrap();
                text.chunks(size).for_each(|chunk| packer.write_all(chunk).unwrap());
                packer.finish().unwrap()
            };
            let whole = packed(text.len());
            assert!([1000, 77_777].into_iter().all(|size| packed(size) == whole), "{name}");
        }
    }
}
