use std::path::Path;
use crate::finding::Findings;
pub(crate) struct PageOptions<'o> {
    pub(crate) countries: &'o [String],
    pub(crate) fields: &'o [String],
    pub(crate) structures: &'o [String],
    pub(crate) url: Option<&'o rostrum_model::Href>,
}
pub(crate) fn import_page(_file: &Path, _into: &Path, _options: &PageOptions<'_>, _findings: &mut Findings) -> Result<String, std::io::Error> {
    Ok(String::new())
}
