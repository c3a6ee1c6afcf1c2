import AttuneLanguage

extension LanguageServer {
  /// The edits that bring the file into its one form; none while a line cannot be read, which its
  /// findings say.
  mutating func formatting(_ parameters: DocumentParams) throws -> [TextEdit] {
    try with(parameters.textDocument) { document in
      guard let formatted = Formatting(of: document.text).text else { return [] }
      return document.edits(document.text.edits(to: formatted))
    }
  }
}
