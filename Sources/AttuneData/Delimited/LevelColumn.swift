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
    let code = codeOfName[name] ?? Int32(names.count)
    if code == names.count {
      names.append(name)
      codeOfName[name] = code
    }
    codes.append(code)
  }

  var levels: Levels { Levels(names: names, codes: codes) }
}
