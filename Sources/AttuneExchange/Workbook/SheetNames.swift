import AttuneTables

/// Names that Excel takes for sheets, each once whatever the case of its letters.
struct SheetNames {
  static let longest = 31
  private var taken: Set<String> = []

  /// The name for a sheet that would be called `wanted`.
  ///
  /// Excel refuses `[ ] : * ? / \`, an apostrophe at either end, and the name *History*.
  mutating func settle(_ wanted: String) -> String {
    let allowed = wanted.controlFree.map { "[]:*?/\\\n\t".contains($0) ? "_" : $0 }
    var base = String(allowed)
    while base.hasPrefix("'") || base.hasPrefix(" ") { base.removeFirst() }
    base = Self.cut(base, to: Self.longest)
    while base.hasSuffix("'") || base.hasSuffix(" ") { base.removeLast() }
    // A sheet's name begins no formula either, when somebody types it into a cell.
    if base.isEmpty || "=+-@".contains(base.first ?? "=") {
      base = Self.cut("sheet" + base, to: 31)
    }
    if base.lowercased() == "history" { base += "_" }
    var name = base
    var count = 1
    while !taken.insert(name.lowercased()).inserted {
      count += 1
      name = Self.cut(base, to: Self.longest - "_\(count)".count) + "_\(count)"
    }
    return name
  }

  /// In UTF-16, as Excel counts.
  private static func cut(_ name: String, to limit: Int) -> String {
    var name = name
    while name.utf16.count > limit { name.removeLast() }
    return name
  }
}
