import AttuneInstrument
import AttuneTables

extension ForeignTable {
  /// Why values are missing, as a file of the same shape as `csv(naming:)`; `nil` where no reason of
  /// attune's own is in the file.
  public func reasons(naming names: [String]) -> String? {
    var count = 0
    let rows = rows.map { row in
      zip(row, variables).map { value, variable -> Cell in
        guard let reason = variable.reason(for: value) else { return .text("") }
        count += 1
        return .text(reason.name)
      }
    }
    guard count > 0 else { return nil }
    return DelimitedRenderer.data.render(
      Table("reasons", title: title, columns: names.map { Column($0, $0, .text) }, rows: rows))
  }
}

extension ForeignTable.Variable {
  /// The reason that a missing value stands for.
  ///
  /// It is a code or a letter of attune's own, if the file says in words that it means what it means
  /// here; a code alone may be another program's.
  func reason(for value: ForeignTable.Value) -> MissingReason? {
    switch value {
    case .userMissing(let number):
      guard let reason = Int(exactly: number).flatMap(MissingReason.init) else { return nil }
      return labels.contains { $0.value == number && $0.words == reason.words } ? reason : nil
    case .tagged(let letter):
      return MissingReason.allCases.first {
        $0.letter == letter && tags[String(letter)] == $0.words
      }
    case .number, .text, .missing: return nil
    }
  }

  /// A missing value as the file has it, with its words where there are any: `99 'refused'`, `.b`.
  func told(_ value: ForeignTable.Value) -> String? {
    switch value {
    case .userMissing(let number):
      plain(number) + (labels.first { $0.value == number }.map { " '\($0.words)'" } ?? "")
    case .tagged(let letter): ".\(letter)" + (tags[String(letter)].map { " '\($0)'" } ?? "")
    case .number, .text, .missing: nil
    }
  }
}

extension MissingReason {
  /// Its letter in Stata's files: `a` of -99 to `g` of -93.
  var letter: Character {
    Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(rawValue - Self.skipped.rawValue)))
  }
}
