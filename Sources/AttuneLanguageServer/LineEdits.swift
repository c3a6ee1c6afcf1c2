import AttuneDiagnostics

extension SourceText {
  /// The edits that make this text into `new`, whole lines each, leaving the lines that stay.
  func edits(to new: String) -> [Fix.Edit] {
    let old = Self.lines(content)
    let new = Self.lines(new)
    let prefix = zip(old, new).prefix { $0 == $1 }.count
    let most = min(old.count, new.count) - prefix
    let suffix = zip(old.reversed(), new.reversed()).prefix(most).prefix { $0 == $1 }.count
    let changed = Array(old[prefix..<old.count - suffix])
    let wanted = Array(new[prefix..<new.count - suffix])
    guard !changed.isEmpty || !wanted.isEmpty else { return [] }
    let start = old[..<prefix].reduce(0) { $0 + $1.count }
    // Comparing every line with every other takes time; a file that changed throughout is
    // replaced as one.
    guard changed.count <= 2_000, wanted.count <= 2_000 else {
      let length = changed.reduce(0) { $0 + $1.count }
      return [.init(SourceRange(start, start + length), with: Self.words(wanted[...]))]
    }
    return Self.hunks(from: changed, to: wanted, at: start)
  }

  private static func hunks(
    from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>], at start: Int
  ) -> [Fix.Edit] {
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var edits: [Fix.Edit] = []
    var (i, j, offset) = (0, 0, start)
    while i < old.count || j < new.count {
      let (lower, first) = (offset, j)
      while removed.contains(i) {
        offset += old[i].count
        i += 1
      }
      while inserted.contains(j) { j += 1 }
      if offset > lower || j > first {
        edits.append(.init(SourceRange(lower, offset), with: words(new[first..<j])))
      }
      if i < old.count {
        offset += old[i].count
        i += 1
        j += 1
      }
    }
    return edits
  }

  private static func words(_ lines: ArraySlice<ArraySlice<UInt8>>) -> String {
    String(decoding: lines.joined(), as: UTF8.self)
  }

  /// The lines with their endings.
  private static func lines(_ text: String) -> [ArraySlice<UInt8>] {
    let bytes = Array(text.utf8)
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }
}
