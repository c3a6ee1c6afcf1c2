/// Reads the cells of each case into the columns that were asked for.
struct RowReader {
  enum Role {
    case ignored
    case score(Int)
    case level(Int)
  }

  private let names: [String]
  private let roles: [Role]
  private let codes: MissingCodes
  private let numbers: NumberText
  private(set) var scores: ScoreColumns
  private(set) var levels: [LevelColumn]
  private(set) var caseCount = 0
  /// The names of the case under way.
  private var levelRow: [String?]

  init(names: [String], roles: [Role], scores: Int, levels: Int, format: DelimitedFormat) {
    self.names = names
    self.roles = roles
    codes = MissingCodes(format)
    numbers = NumberText(hasDecimalComma: format.hasDecimalComma)
    self.scores = ScoreColumns(count: scores)
    self.levels = Array(repeating: LevelColumn(), count: levels)
    levelRow = Array(repeating: nil, count: levels)
  }

  /// Reads the case that starts at `start`.
  ///
  /// - Returns: Where the next line starts and how many line ends lie between, or `nil` if the
  ///   piece ends too soon.
  mutating func read(
    _ scanner: CellScanner, at start: Int
  ) throws(CellScanner.Fault) -> (next: Int, lines: Int)? {
    // In a text of one column, an empty line is a case without a value.
    if names.count > 1, scanner.endsLine(at: start) {
      return scanner.lineStart(after: start).map { ($0, 1) }
    }
    scores.beginCase()
    var hasQuotes = false
    var offset = start
    for index in roles.indices {
      let end: Int
      if case .score(let column) = roles[index], let number = smallNumber(scanner, at: offset) {
        scores.set(column, to: number.byte)
        end = number.end
      } else {
        guard let cell = try scanner.cell(at: offset) else { return nil }
        try keep(cell, of: scanner, as: roles[index], in: names[index])
        hasQuotes = hasQuotes || cell.isQuoted
        end = cell.end
      }
      guard scanner.endsLine(at: end) == (index == roles.count - 1) else {
        guard let cells = try countCells(scanner, at: start) else { return nil }
        throw CellScanner.Fault(.ragged(cells: cells, columns: names.count), at: start)
      }
      offset = end + 1
    }
    guard let next = scanner.lineStart(after: offset - 1) else { return nil }
    scores.endCase()
    for column in levels.indices { levels[column].add(levelRow[column]) }
    caseCount += 1
    return (next, hasQuotes ? scanner.distance(from: start, to: next).lines : 1)
  }

  private mutating func keep(
    _ cell: CellScanner.Cell, of scanner: CellScanner, as role: Role, in name: String
  ) throws(CellScanner.Fault) {
    switch role {
    case .ignored: break
    case .level(let column):
      let text = try scanner.text(of: cell)
      levelRow[column] = codes.contains(text) ? nil : text
    case .score(let column):
      if cell.content.isEmpty {
        scores.set(column, to: nil)
        return
      }
      if let number = numbers.read(scanner.bytes[cell.content]) {
        scores.set(column, to: codes.contains(number) ? nil : number)
        return
      }
      let text = try scanner.text(of: cell).trimmed
      guard !codes.contains(text) else {
        scores.set(column, to: nil)
        return
      }
      switch numbers.read(text) {
      case .number(let number): scores.set(column, to: codes.contains(number) ? nil : number)
      case .notANumber:
        throw CellScanner.Fault(
          .notANumber(column: name, value: text), at: cell.content.lowerBound)
      case .outOfRange:
        throw CellScanner.Fault(
          .outOfRange(column: name, value: text), at: cell.content.lowerBound)
      }
    }
  }

  /// The usual answer, read at once: a whole number from -127 to 127 with nothing about it, or the
  /// mark of a missing value where it is a code for one.
  @inline(__always)
  private func smallNumber(_ scanner: CellScanner, at start: Int) -> (byte: Int8, end: Int)? {
    let bytes = scanner.bytes
    var offset = start
    let isNegative = offset < bytes.count && bytes[offset] == UInt8(ascii: "-")
    if isNegative { offset += 1 }
    let firstDigit = offset
    var value: Int16 = 0
    while offset < bytes.count, offset < firstDigit + 3 {
      let digit = bytes[offset] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      value = value &* 10 &+ Int16(digit)
      offset += 1
    }
    guard offset > firstDigit, value <= 127, offset < bytes.count, scanner.isEnd(bytes[offset])
    else { return nil }
    let byte = Int8(isNegative ? -value : value)
    return (codes.contains(byte) ? ItemScores.missing : byte, offset)
  }

  private func countCells(
    _ scanner: CellScanner, at start: Int
  ) throws(CellScanner.Fault) -> Int? {
    var count = 0
    var offset = start
    repeat {
      guard let cell = try scanner.cell(at: offset) else { return nil }
      count += 1
      offset = cell.end + 1
    } while !scanner.endsLine(at: offset - 1)
    return count
  }
}
