/// Reads the cells of each case into the columns that were asked for.
struct RowReader {
  enum Role {
    case ignored
    case score(Int)
    case level(Int)
  }

  private let names: [String]
  private let roles: [Role]
  private let plainCases: PlainCaseReader?
  private let codes: MissingCodes
  private let numbers: NumberText
  private var scores: ScoreColumns
  private(set) var levels: [LevelColumn]
  private(set) var caseCount = 0
  /// The names of the case under way.
  private var levelRow: [String?]

  init(names: [String], roles: [Role], scores: Int, levels: Int, format: DelimitedFormat) {
    self.names = names
    self.roles = roles
    codes = MissingCodes(format)
    numbers = NumberText(hasDecimalComma: format.hasDecimalComma)
    let targets = roles.map { if case .score(let column) = $0 { column } else { -1 } }
    plainCases = levels == 0 ? PlainCaseReader(targets: targets, bytes: codes.bytes) : nil
    self.scores = ScoreColumns(count: scores)
    self.levels = Array(repeating: LevelColumn(), count: levels)
    levelRow = Array(repeating: nil, count: levels)
  }

  /// How far reading came: where the next line starts and how many line ends lie between, and what
  /// was wrong there.
  struct Reading {
    var next: Int
    var lines = 0
    var fault: CellScanner.Fault?
  }

  /// The same reader without any case.
  var withoutCases: RowReader {
    var reader = self
    reader.scores = ScoreColumns(count: scores.count)
    reader.levels = levels.map { _ in LevelColumn() }
    reader.caseCount = 0
    return reader
  }

  /// Adds the cases of another reader of the same columns after these.
  mutating func append(_ other: RowReader) {
    scores.append(other.scores)
    for column in levels.indices { levels[column].append(other.levels[column]) }
    caseCount += other.caseCount
  }

  /// Reads the cases from `start` on, as many as the piece holds whole.
  mutating func readCases(_ scanner: CellScanner, from start: Int) -> Reading {
    var reading = Reading(next: start)
    do throws(CellScanner.Fault) {
      while reading.next < scanner.bytes.count {
        if let plainCases {
          let found = plainCases.read(scanner, from: reading.next, into: &scores)
          reading.next = found.next
          reading.lines += found.count
          caseCount += found.count
        }
        guard reading.next < scanner.bytes.count,
          let row = try read(scanner, at: reading.next)
        else { break }
        reading.next = row.next
        reading.lines += row.lines
      }
    } catch {
      reading.fault = self.fault(error, inCaseAt: reading.next, scanner)
    }
    return reading
  }

  /// What to say of a case: that it has too few or too many cells rather than what that did to one.
  ///
  /// - Returns: `nil` if the piece ends too soon to tell.
  private func fault(
    _ fault: CellScanner.Fault, inCaseAt start: Int, _ scanner: CellScanner
  ) -> CellScanner.Fault? {
    guard case .notANumber = fault.problem else { return fault }
    do throws(CellScanner.Fault) {
      guard let cells = try countCells(scanner, at: start) else { return nil }
      return cells == names.count
        ? fault : CellScanner.Fault(.ragged(cells: cells, columns: names.count), at: start)
    } catch {
      return fault
    }
  }

  /// Gives the scores away, and keeps none.
  mutating func takeScores(named names: [String]) -> ItemScores { scores.takeScores(named: names) }

  /// Gives back room that will not be needed.
  mutating func close() { scores.close() }

  /// Reads the case that starts at `start`.
  ///
  /// - Returns: Where the next line starts and how many line ends lie between, or `nil` if the
  ///   piece ends too soon.
  private mutating func read(
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
    return (codes.bytes[Int(isNegative ? -value : value) + 128], offset)
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
