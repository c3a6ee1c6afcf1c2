/// What a statistical program's file says of one of its variables.
public struct ForeignColumn: Sendable, Hashable {
  /// A value, as it would stand in CSV, and how many have it.
  public struct Answer: Sendable, Hashable {
    public let code: String
    /// What it stands for; empty where nobody said.
    public let words: String
    public let count: Int
  }

  public let name: String
  /// The numbers that somebody has and that stand for something in words, by size.
  public let labelled: [Answer]
  /// Those that the file calls missing, by size, and then Stata's letters, as in `.a`.
  public let setAside: [Answer]

  /// `nil` where the file has no such variable.
  init?(_ name: String, of table: ForeignTable) {
    guard let place = table.variables.firstIndex(where: { $0.name == name }) else { return nil }
    let variable = table.variables[place]
    var (given, missing): ([Double: Int], [Double: Int]) = ([:], [:])
    var tagged: [Character: Int] = [:]
    for row in table.rows {
      switch row[place] {
      case .number(let value): given[value, default: 0] += 1
      case .userMissing(let value): missing[value, default: 0] += 1
      case .tagged(let letter): tagged[letter, default: 0] += 1
      case .text, .missing: break
      }
    }
    func answers(_ counts: [Double: Int]) -> [Answer] {
      counts.sorted { $0.key < $1.key }.map { value, count in
        Answer(
          code: Int(exactly: value).map(String.init) ?? "\(value)",
          words: variable.labels.first { $0.value == value }?.words ?? "", count: count)
      }
    }
    self.name = name
    labelled = answers(given).filter { !$0.words.isEmpty }
    setAside =
      answers(missing)
      + tagged.sorted { $0.key < $1.key }.map { letter, count in
        Answer(code: ".\(letter)", words: variable.tags[String(letter)] ?? "", count: count)
      }
  }
}

extension ForeignColumn {
  /// Those who have one of these codes, in the order of the codes; `nil` where a code has no words, or
  /// two have the same, so that words alone would not do.
  public func answers(of codes: Set<String>) -> [Answer]? {
    let found = labelled.filter { codes.contains($0.code) }
    guard !codes.isEmpty, found.count == codes.count,
      Set(found.map(\.words)).count == found.count
    else { return nil }
    return found
  }
}
