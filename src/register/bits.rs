//! Bits in and out: fixed width, Elias gamma, Rice. Most significant bit first.

/// Writes bits.
#[derive(Debug, Default)]
pub(super) struct BitWriter {
    bytes: Vec<u8>,
    length: usize,
}

impl BitWriter {
    pub(super) fn len(&self) -> usize {
        self.length
    }

    pub(super) fn bit(&mut self, bit: bool) {
        if self.length.is_multiple_of(8) {
            self.bytes.push(0);
        }
        if bit && let Some(last) = self.bytes.last_mut() {
            *last |= 0x80 >> (self.length % 8);
        }
        self.length += 1;
    }

    pub(super) fn bits(&mut self, value: u64, width: u32) {
        for i in (0..width).rev() {
            self.bit(value >> i & 1 == 1);
        }
    }

    /// Elias gamma code of `value` + 1.
    pub(super) fn gamma(&mut self, value: u64) {
        let value = value + 1;
        let width = value.ilog2();
        self.bits(0, width);
        self.bits(value, width + 1);
    }

    /// Rice code: the quotient by 2^`k` in unary, the rest in `k` bits.
    pub(super) fn rice(&mut self, value: u64, k: u32) {
        for _ in 0..value >> k {
            self.bit(true);
        }
        self.bit(false);
        self.bits(value, k);
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// Reads bits; past the end it reads zeros, and never fails.
#[derive(Clone, Debug)]
pub(super) struct BitReader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> BitReader<'a> {
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Self {
        BitReader { bytes, at }
    }

    /// The next `width` bits (at most 24), not consumed.
    pub(super) fn peek(&self, width: u32) -> u64 {
        let from = self.at / 8;
        let word = match self.bytes.get(from..from + 4) {
            Some(&[a, b, c, d]) => u32::from_be_bytes([a, b, c, d]),
            _ => (from..from + 4).fold(0, |w, i| w << 8 | u32::from(self.bytes.get(i).copied().unwrap_or(0))),
        };
        u64::from(word << (self.at % 8)) >> (32 - width)
    }

    pub(super) fn skip(&mut self, width: u32) {
        self.at += width as usize;
    }

    pub(super) fn bit(&mut self) -> bool {
        let byte = self.bytes.get(self.at / 8).copied().unwrap_or(0);
        let bit = byte << (self.at % 8) & 0x80 != 0;
        self.at += 1;
        bit
    }

    pub(super) fn bits(&mut self, width: u32) -> u64 {
        if width <= 24 {
            let value = if width == 0 { 0 } else { self.peek(width) };
            self.skip(width);
            return value;
        }
        (0..width).fold(0, |v, _| v << 1 | u64::from(self.bit()))
    }

    pub(super) fn gamma(&mut self) -> u64 {
        let mut width = 0;
        loop {
            let zeros = (self.peek(24) as u32).leading_zeros() - 8;
            width += zeros;
            self.skip(zeros);
            if zeros < 24 {
                break;
            }
            // A run of zeros this long is the end of the data, or no data of ours.
            if width > 40 {
                return 0;
            }
        }
        self.skip(1);
        (1 << width | self.bits(width)) - 1
    }

    pub(super) fn rice(&mut self, k: u32) -> u64 {
        let mut high = 0;
        loop {
            let ones = (!(self.peek(24) as u32) << 8).leading_zeros();
            high += u64::from(ones.min(24));
            self.skip(ones.min(24));
            if ones < 24 {
                break;
            }
        }
        self.skip(1);
        high << k | self.bits(k)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_come_back() {
        let mut writer = BitWriter::default();
        for value in [0, 1, 2, 7, 300, 41_352] {
            writer.gamma(value);
            writer.rice(value, 9);
            writer.bits(value, 17);
        }
        let bytes = writer.into_bytes();
        let mut reader = BitReader::new(&bytes, 0);
        for value in [0, 1, 2, 7, 300, 41_352] {
            assert_eq!((value, value, value), (reader.gamma(), reader.rice(9), reader.bits(17)));
        }
        assert_eq!(0, reader.gamma(), "past the end");
    }
}
