//! Numbers as newspapers write them.
