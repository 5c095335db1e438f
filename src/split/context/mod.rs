//! What a line is on its page: evidence that the lines around it give.

pub(super) mod briefs;
pub(super) mod captions;
pub(super) mod cohesion;
mod columns;
pub(super) mod echoes;
pub(super) mod margins;
pub(super) mod neighbours;
pub(super) mod rows;
pub(super) mod signers;
pub(super) mod titles;
pub(super) mod verse;
