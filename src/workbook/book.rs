//! A workbook that was opened, whatever its format.
//!
//! In: bytes. Out: the names of its worksheets, and the cells of one of them with what they hold. What a file is, its bytes
//! say, not its name: an .xlsx called .xls is read. The formats of Excel since 2007 are streamed cell by cell; .xls and
//! .ods are held whole by the library, within the bounds of [`super::guard`].

use std::collections::BTreeSet;
use std::fmt::Display;
use std::io::Cursor;

use calamine::{
    Data, DataRef, Ods, OdsError, Range, Reader, SheetType, Xls, XlsError, Xlsb, Xlsx, XlsxError,
    XlsxFormulaMetadata,
};

use super::{guard, kind};
use crate::finding::SheetFault;

type Bytes<'b> = Cursor<&'b [u8]>;

/// A workbook.
pub(super) enum Book<'b> {
    Xlsx(Xlsx<Bytes<'b>>),
    Xlsb(Xlsb<Bytes<'b>>),
    Xls(Xls<Bytes<'b>>),
    Ods(Ods<Bytes<'b>>),
}

/// A cell that holds something: its row and column, counted from 0, and its value.
pub(super) struct Found<'c> {
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) value: DataRef<'c>,
    /// Its formula, where it has one and the format tells; without a value its result was not saved.
    pub(super) formula: Option<String>,
}

/// What is done with a cell; an error ends the reading.
pub(super) type Take<'t> = dyn FnMut(Found<'_>) -> Result<(), SheetFault> + 't;

impl<'b> Book<'b> {
    /// Opens the workbook, if it keeps within bounds.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, SheetFault> {
        match kind(bytes) {
            None => Err(SheetFault::NoWorkbook { html: guard::is_html(bytes) }),
            Some("xls") => {
                guard::xls(bytes)?;
                match Xls::new(Cursor::new(bytes)) {
                    Ok(book) => Ok(Self::Xls(book)),
                    Err(XlsError::Password) => Err(SheetFault::Password),
                    // A workbook of the newer formats that is encrypted lies in such a file, too.
                    Err(other) => Err(match Xlsx::new(Cursor::new(bytes)) {
                        Err(XlsxError::Password) => SheetFault::Password,
                        _ => broken(&other),
                    }),
                }
            }
            Some(_) => match guard::archive(bytes)? {
                guard::Archive::Ods => match Ods::new(Cursor::new(bytes)) {
                    Err(OdsError::Password) => Err(SheetFault::Password),
                    opened => opened.map(Self::Ods).map_err(|error| broken(&error)),
                },
                guard::Archive::Xlsb => {
                    Xlsb::new(Cursor::new(bytes)).map(Self::Xlsb).map_err(|error| broken(&error))
                }
                guard::Archive::Xlsx => {
                    Xlsx::new(Cursor::new(bytes)).map(Self::Xlsx).map_err(|error| broken(&error))
                }
            },
        }
    }

    /// The names of its worksheets, in its order; charts and macros are none.
    pub(super) fn names(&self) -> Vec<String> {
        let sheets = match self {
            Self::Xlsx(book) => book.sheets_metadata(),
            Self::Xlsb(book) => book.sheets_metadata(),
            Self::Xls(book) => book.sheets_metadata(),
            Self::Ods(book) => book.sheets_metadata(),
        };
        let sheets = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        sheets.map(|sheet| sheet.name.clone()).collect()
    }

    /// Has the sheet a cell that holds something?
    pub(super) fn holds_something(&mut self, name: &str) -> Result<bool, SheetFault> {
        let mut something = false;
        let read = self.each(name, &mut |found| {
            something = something || !found.is_blank();
            if something { Err(SheetFault::Empty) } else { Ok(()) }
        });
        if something { Ok(true) } else { read.map(|()| false) }
    }

    /// Hands out the sheet's cells; empty ones may be among them.
    pub(super) fn each(&mut self, name: &str, take: &mut Take<'_>) -> Result<(), SheetFault> {
        match self {
            Self::Xlsx(book) => xlsx(book, name, take),
            Self::Xlsb(book) => xlsb(book, name, take),
            Self::Xls(book) => held(book, name, take),
            Self::Ods(book) => held(book, name, take),
        }
    }
}

impl Found<'_> {
    fn is_blank(&self) -> bool {
        match &self.value {
            DataRef::Empty => self.formula.is_none(),
            DataRef::String(text) => text.trim().is_empty(),
            DataRef::SharedString(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

fn xlsx(book: &mut Xlsx<Bytes<'_>>, name: &str, take: &mut Take<'_>) -> Result<(), SheetFault> {
    let mut cells = book.worksheet_cells_reader(name).map_err(|error| broken(&error))?;
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|error| broken(&error))? {
        let formula = cell.formula.map(|formula| match formula {
            XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => formula,
            _ => "…".to_owned(),
        });
        take(Found { row: cell.pos.0, column: cell.pos.1, value: cell.value, formula })?;
    }
    Ok(())
}

fn xlsb(book: &mut Xlsb<Bytes<'_>>, name: &str, take: &mut Take<'_>) -> Result<(), SheetFault> {
    let mut seen = BTreeSet::new();
    let formulas = formulas(book, name);
    let mut cells = book.worksheet_cells_reader(name).map_err(|error| broken(&error))?;
    while let Some(cell) = cells.next_cell().map_err(|error| broken(&error))? {
        let (row, column) = cell.get_position();
        if !formulas.is_empty() {
            seen.insert((row, column));
        }
        take(Found { row, column, value: cell.get_value().clone(), formula: None })?;
    }
    // The library passes over formulas whose result is an error.
    for ((row, column), formula) in formulas.into_iter().filter(|(at, _)| !seen.contains(at)) {
        take(Found { row, column, value: DataRef::Empty, formula: Some(formula) })?;
    }
    Ok(())
}

/// The formulas of a sheet, as far as the library can read them.
fn formulas(book: &mut Xlsb<Bytes<'_>>, name: &str) -> Vec<((u32, u32), String)> {
    let mut formulas = Vec::new();
    let Ok(mut cells) = book.worksheet_cells_reader(name) else { return formulas };
    while let Ok(Some(cell)) = cells.next_formula() {
        formulas.push((cell.get_position(), cell.get_value().clone()));
    }
    formulas
}

fn held<'b, B: Reader<Bytes<'b>>>(book: &mut B, name: &str, take: &mut Take<'_>) -> Result<(), SheetFault>
where
    B::Error: Display,
{
    let range: Range<Data> = book.worksheet_range(name).map_err(|error| broken(&error))?;
    let formulas = book.worksheet_formula(name).map_err(|error| broken(&error))?;
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let (row, column) = (top + small(row), left + small(column));
        let formula = formulas.get_value((row, column)).filter(|formula| !formula.is_empty()).cloned();
        take(Found { row, column, value: borrowed(value), formula })?;
    }
    let (top, left) = formulas.start().unwrap_or_default();
    for (row, column, formula) in formulas.used_cells() {
        let (row, column) = (top + small(row), left + small(column));
        if !formula.is_empty() && range.get_value((row, column)).is_none_or(|value| *value == Data::Empty) {
            take(Found { row, column, value: DataRef::Empty, formula: Some(formula.clone()) })?;
        }
    }
    Ok(())
}

fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(flag) => DataRef::Bool(*flag),
        Data::DateTime(time) => DataRef::DateTime(*time),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

fn small(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// What the library says, for those who can use it.
fn broken(error: &impl Display) -> SheetFault {
    SheetFault::Broken { why: error.to_string() }
}
