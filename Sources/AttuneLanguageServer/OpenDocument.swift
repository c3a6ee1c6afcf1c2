import AttuneDiagnostics
import AttuneLanguage
import Foundation

/// A file as an editor shows it, saved or not, with what is known of it.
struct OpenDocument {
  let uri: String
  let encoding: PositionEncoding
  private(set) var version: Int?
  private(set) var text: SourceText
  /// Whether it changed since its findings were last sent.
  var isChanged = true
  private var knownFindings: [Finding]?
  private var knownOutline: Outline?

  init(uri: String, version: Int?, text: String, encoding: PositionEncoding) {
    self.uri = uri
    self.version = version
    self.encoding = encoding
    // The ending of the name tells the kind of file; the folder does not matter.
    let path = uri.removingPercentEncoding ?? uri
    let name = path.split(separator: "/").last.map(String.init) ?? path
    self.text = SourceText(name: name, content: text)
  }

  mutating func apply(_ changes: [DidChangeParams.Change], version: Int?) {
    for change in changes { text = text.applying(change, in: encoding) }
    self.version = version
    isChanged = true
    knownFindings = nil
    knownOutline = nil
  }

  mutating func findings() -> [Finding] {
    let findings = knownFindings ?? text.findings(withAdvice: true).sorted { $0.range < $1.range }
    knownFindings = findings
    return findings
  }

  mutating func outline() -> Outline {
    let outline = knownOutline ?? Outline(of: text)
    knownOutline = outline
    return outline
  }

  func range(_ range: SourceRange) -> Range { text.range(of: range, in: encoding) }

  func offset(_ position: Position) -> Int { text.offset(of: position, in: encoding) }

  func edits(_ edits: [Fix.Edit]) -> [TextEdit] {
    edits.map { TextEdit(range: range($0.range), newText: $0.replacement) }
  }
}

extension SourceText {
  fileprivate func applying(
    _ change: DidChangeParams.Change, in encoding: PositionEncoding
  ) -> SourceText {
    guard let range = change.range else { return SourceText(name: name, content: change.text) }
    let bytes = self.range(of: range, in: encoding)
    return applying([Fix.Edit(bytes, with: change.text)]) ?? self
  }
}
