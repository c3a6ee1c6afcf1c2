extension SourceText {
  /// The text with every edit made; `nil` where two edits touch the same bytes, so that one of them
  /// would be made in a place that is no longer there.
  public func applying(_ edits: [Fix.Edit]) -> SourceText? {
    let edits = edits.sorted { $0.range < $1.range }
    for (edit, next) in zip(edits, edits.dropFirst()) where edit.touches(next) { return nil }
    let old = Array(content.utf8)
    guard edits.last.map({ $0.range.upper <= old.count }) ?? true else { return nil }
    var bytes: [UInt8] = []
    var kept = 0
    for edit in edits {
      bytes += old[kept..<edit.range.lower]
      bytes += edit.replacement.utf8
      kept = edit.range.upper
    }
    bytes += old[kept...]
    return SourceText(name: name, content: String(decoding: bytes, as: UTF8.self))
  }
}

extension Fix.Edit {
  /// Whether the two cannot both be made; `next` does not begin before this one.
  func touches(_ next: Fix.Edit) -> Bool {
    range.upper > next.range.lower || range == next.range
  }
}
