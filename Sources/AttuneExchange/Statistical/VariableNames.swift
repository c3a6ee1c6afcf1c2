/// Names that a statistical program takes, each once whatever the case of its letters.
struct VariableNames {
  /// What the program calls a name too long, in its own unit.
  let longest: Int
  let length: @Sendable (String) -> Int
  /// In small letters.
  let reserved: Set<String>
  let program: String

  static let spss = VariableNames(
    longest: 64, length: { $0.utf8.count },
    reserved: [
      "all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with",
    ], program: "SPSS")

  static let stata = VariableNames(
    longest: 32, length: { $0.count },
    reserved: [
      "_all", "_b", "byte", "_coef", "_cons", "double", "float", "if", "in", "int", "long", "_n",
      "_pi", "_pred", "_rc", "_skip", "str", "strl", "using", "with",
    ], program: "Stata")

  /// `names` as the program takes them, with a sentence for each that had to change.
  func settle(_ names: [String], _ losses: inout Losses) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      var base = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
      if base.first.map({ $0.isLetter }) != true { base = "v_" + base }
      if isReserved(base.lowercased()) { base = "v_" + base }
      base = shortened(base, by: 0)
      var settled = base
      var count = 1
      while !taken.insert(settled.lowercased()).inserted {
        count += 1
        let ending = "_\(count)"
        settled = shortened(base, by: ending.count) + ending
      }
      if settled != name {
        losses.add("Column '\(name)' is called '\(settled)', because \(program) has other names.")
      }
      return settled
    }
  }

  private func isReserved(_ name: String) -> Bool {
    // `str1` to `str2045` are types of Stata, and ReadStat refuses all that begins so.
    reserved.contains(name)
      || reserved.contains("strl") && name.wholeMatch(of: /str[0-9].*/) != nil
  }

  private func shortened(_ name: String, by count: Int) -> String {
    var name = name
    while length(name) > longest - count { name.removeLast() }
    return name
  }
}
