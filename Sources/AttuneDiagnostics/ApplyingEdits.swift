extension SourceText {
  /// The text with every edit made; `nil` where two edits touch the same bytes, so that one of them
  /// would be made in a place that is no longer there.
  public func applying(_ edits: [Fix.Edit]) -> SourceText? {
    let edits = edits.sorted { $0.range < $1.range }
    for (edit, next) in zip(edits, edits.dropFirst())
    where edit.range.upper > next.range.lower || edit.range == next.range {
      return nil
    }
    var bytes = Array(content.utf8)
    guard edits.last.map({ $0.range.upper <= bytes.count }) ?? true else { return nil }
    // From the back, so that no edit moves the place of the next.
    for edit in edits.reversed() {
      bytes.replaceSubrange(edit.range.lower..<edit.range.upper, with: edit.replacement.utf8)
    }
    return SourceText(name: name, content: String(decoding: bytes, as: UTF8.self))
  }
}
