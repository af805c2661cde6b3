//! The formats that a report can have.
//!
//! In: what the command line says, or the name of the output file. Out: a format, or which of the known ones is
//! not yet supported.

use std::path::Path;

/// A format that can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// For a terminal.
    #[default]
    Text,
    /// Markdown with tables.
    Md,
    /// For a spreadsheet.
    Csv,
    /// For programs.
    Json,
}

/// Why there is no such format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoFormat {
    /// It is known, but not yet supported: html, xlsx, ods.
    NotYet(String),
    /// It is not known.
    Unknown(String),
}

impl Format {
    /// All that can be written, as the command line names them.
    pub const NAMES: [&'static str; 4] = ["text", "md", "csv", "json"];

    /// The format of this name, in upper or lower case.
    ///
    /// ```
    /// use umlage::report::{Format, format::NoFormat};
    /// assert_eq!(Format::from_name("CSV"), Ok(Format::Csv));
    /// assert_eq!(Format::from_name("xlsx"), Err(NoFormat::NotYet("xlsx".to_owned())));
    /// assert_eq!(Format::from_name("doc"), Err(NoFormat::Unknown("doc".to_owned())));
    /// ```
    ///
    /// # Errors
    /// [`NoFormat`] where there is none.
    pub fn from_name(name: &str) -> Result<Self, NoFormat> {
        match name.to_lowercase().as_str() {
            "text" | "txt" => Ok(Self::Text),
            "md" | "markdown" => Ok(Self::Md),
            "csv" => Ok(Self::Csv),
            "json" => Ok(Self::Json),
            known @ ("html" | "xlsx" | "ods") => Err(NoFormat::NotYet(known.to_owned())),
            _ => Err(NoFormat::Unknown(name.to_owned())),
        }
    }

    /// The format that a file's extension implies; none where it has no extension.
    ///
    /// # Errors
    /// [`NoFormat`] where its extension is of none.
    pub fn from_extension(file: &Path) -> Result<Option<Self>, NoFormat> {
        let extension = file.extension().map(|extension| extension.to_string_lossy());
        extension.map(|extension| Self::from_name(&extension)).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_output_files_name_implies_the_format() {
        assert_eq!(Format::from_extension(Path::new("a/abrechnung.md")), Ok(Some(Format::Md)));
        assert_eq!(Format::from_extension(Path::new("abrechnung")), Ok(None));
        assert_eq!(
            Format::from_extension(Path::new("abrechnung.ODS")),
            Err(NoFormat::NotYet("ods".to_owned()))
        );
        for name in Format::NAMES {
            assert!(Format::from_name(name).is_ok(), "{name}");
        }
    }
}
