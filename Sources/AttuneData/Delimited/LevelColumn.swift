/// A column of names that grows case by case.
struct LevelColumn {
  private var names: [String] = []
  private var codeOfName: [String: Int32] = [:]
  private var codes: [Int32] = []

  mutating func add(_ name: String?) {
    guard let name else {
      codes.append(-1)
      return
    }
    codes.append(place(of: name))
  }

  /// Adds the names of another column after these.
  mutating func append(_ other: LevelColumn) {
    let places = other.names.map { place(of: $0) }
    codes += other.codes.map { $0 < 0 ? -1 : places[Int($0)] }
  }

  /// The index of a name, which is added if it is new.
  private mutating func place(of name: String) -> Int32 {
    if let code = codeOfName[name] { return code }
    let code = Int32(names.count)
    names.append(name)
    codeOfName[name] = code
    return code
  }

  var levels: Levels { Levels(names: names, codes: codes) }
}
