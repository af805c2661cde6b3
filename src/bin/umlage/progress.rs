//! How far the ledgers are read: a bar on a terminal, once it has taken a second.
//!
//! In: the folder, which counts what is read from its ledgers, and how long they are together. Out: a bar on stderr
//! that vanishes when all is read. Without a terminal, or with `NO_COLOR`, there is none.

use std::io::{IsTerminal, stderr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use umlage::agreement::Language;
use umlage::words::command::{Phrase, phrase};

/// Nobody needs to be told of less.
const PATIENCE: Duration = Duration::from_secs(1);
const TICK: Duration = Duration::from_millis(100);

/// A bar, as long as there is somebody to see it; gone when dropped.
pub(crate) struct Progress {
    end: Option<Sender<()>>,
    drawing: Option<JoinHandle<()>>,
}

impl Progress {
    /// Shows how much of `total` bytes is read.
    pub(crate) fn of(read: Arc<AtomicU64>, total: u64, language: Language) -> Self {
        let quiet = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        if quiet || !stderr().is_terminal() {
            return Self { end: None, drawing: None };
        }
        let (end, ended) = channel::<()>();
        let goes_on = move |wait| matches!(ended.recv_timeout(wait), Err(RecvTimeoutError::Timeout));
        let drawing = thread::Builder::new().spawn(move || {
            if !goes_on(PATIENCE) {
                return;
            }
            let bar = ProgressBar::new(total);
            let template = format!("{} {{wide_bar}} {{percent}} %", phrase(Phrase::Reading, language));
            bar.set_style(
                ProgressStyle::with_template(&template).unwrap_or_else(|_| ProgressStyle::default_bar()),
            );
            while goes_on(TICK) {
                bar.set_position(read.load(Ordering::Relaxed));
            }
            bar.finish_and_clear();
        });
        Self { end: Some(end), drawing: drawing.ok() }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.end.take());
        if let Some(drawing) = self.drawing.take() {
            let _ = drawing.join(); // a bar that could not be drawn changes no figure
        }
    }
}
