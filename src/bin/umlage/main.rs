//! umlage, the command: parse, run, print, exit code.

use std::process::ExitCode;

mod args;
mod command;
mod emit;
mod exit;
mod form;
mod gather;
mod help;
mod locate;
mod output;
mod progress;
mod run;
mod show;
mod year;

fn main() -> ExitCode {
    let typed: Vec<_> = std::env::args_os().collect();
    match args::parse(&typed) {
        Ok(call) => run::run(&call).into(),
        Err(answer) => answer.print().into(),
    }
}
