//! Ctrl-C, and being told to end: once, and the run ends in order; again, and it ends at once.

use crate::cli::ERROR;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

static STOP: AtomicBool = AtomicBool::new(false);

/// What ends a run in order where it becomes `true`. What `partial` names is told of where the run ends at once.
pub(crate) fn flag(partial: Option<PathBuf>) -> &'static AtomicBool {
    // Without a handler the system ends the program, as it always did.
    let _ = ctrlc::set_handler(move || {
        if !STOP.swap(true, Ordering::Relaxed) {
            anstream::eprintln!(
                "{ERROR}interrupted:{ERROR:#} writing what is under way; again to end at once"
            );
            return;
        }
        if let Some(partial) = partial.as_ref().filter(|partial| partial.exists()) {
            anstream::eprintln!("{ERROR}interrupted:{ERROR:#} {} is left unfinished", partial.display());
        }
        std::process::exit(130);
    });
    &STOP
}

/// What an interrupted program ends with, as shells expect it.
pub(crate) fn exit_code() -> ExitCode {
    ExitCode::from(130)
}
