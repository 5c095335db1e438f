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

    /// The next 56 bits and some more, not consumed, from the highest bit down.
    #[inline]
    pub(super) fn word(&self) -> u64 {
        let rest = self.bytes.get(self.at / 8..).unwrap_or_default();
        let word = match rest.first_chunk() {
            Some(eight) => u64::from_be_bytes(*eight),
            None => (0..8).fold(0, |w, i| w << 8 | u64::from(rest.get(i).copied().unwrap_or(0))),
        };
        word << (self.at % 8)
    }

    /// The next `width` bits (1 to 56), not consumed.
    #[inline]
    fn peek(&self, width: u32) -> u64 {
        self.word() >> (64 - width)
    }

    #[inline]
    pub(super) fn skip(&mut self, width: u32) {
        self.at += width as usize;
    }

    pub(super) fn bit(&mut self) -> bool {
        self.bits(1) == 1
    }

    /// The next `width` bits, at most 56.
    #[inline]
    pub(super) fn bits(&mut self, width: u32) -> u64 {
        if width == 0 {
            return 0;
        }
        let value = self.peek(width);
        self.skip(width);
        value
    }

    pub(super) fn gamma(&mut self) -> u64 {
        let width = self.word().leading_zeros();
        // A run of zeros this long is the end of the data, or no data of ours.
        if width > 40 {
            self.skip(width);
            return 0;
        }
        self.skip(width + 1);
        (1 << width | self.bits(width)) - 1
    }

    #[inline(always)]
    pub(super) fn rice(&mut self, k: u32) -> u64 {
        let word = self.word();
        let ones = word.leading_ones();
        if ones + k > 55 {
            return self.long_rice(k);
        }
        self.skip(ones + 1 + k);
        u64::from(ones) << k | word << ones << 1 >> 1 >> (63 - k)
    }

    /// As [`rice`](Self::rice), of what does not lie in one word.
    #[cold]
    fn long_rice(&mut self, k: u32) -> u64 {
        let mut high = 0;
        while self.bits(1) == 1 {
            high += 1;
        }
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
