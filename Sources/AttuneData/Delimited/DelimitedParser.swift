/// Reads comma-, semicolon- or tab-separated text (RFC 4180) that comes in pieces.
///
///     var parser = DelimitedParser(format: format) { names in ColumnRequest(scores: names) }
///     while let piece = nextPiece() { try parser.parse(piece) }
///     let columns = try parser.finish()
///
/// The first line names the columns. Columns that are not asked for may hold anything but a byte 0.
/// An empty line is passed over, except in a text of one column, where it is a case without a
/// value. Only the line under way is kept, so that memory grows with the scores alone.
public struct DelimitedParser {
  private let header: HeaderReader
  private var body: HeaderReader.Header?
  private var rows: RowReader?
  /// The start of a line whose end has not come yet.
  private var pending: [UInt8] = []
  private var hasPassedMark = false
  /// The number of the line at which `pending` starts.
  private var line = 1

  /// No honest line is longer; without a bound, an unclosed quotation mark would swallow the rest.
  private static let longestLine = 1 << 24

  /// - Parameters:
  ///   - format: How the text is written.
  ///   - choosing: Given the names of the columns, says which are wanted; its errors are passed on.
  public init(
    format: DelimitedFormat = DelimitedFormat(),
    choosing: @escaping (_ columns: [String]) throws -> ColumnRequest
  ) {
    header = HeaderReader(format: format, choosing: choosing)
  }

  /// Takes the next piece of the text, cut anywhere.
  ///
  /// - Throws: `DelimitedTextError`, or what `choosing` throws.
  public mutating func parse(_ piece: UnsafeBufferPointer<UInt8>) throws {
    if pending.isEmpty {
      let used = try read(piece, isLast: false)
      pending = Array(piece[used...])
    } else {
      pending.append(contentsOf: piece)
      try readPending(isLast: false)
    }
    guard pending.count <= Self.longestLine else {
      throw DelimitedTextError(.tooLong, line: line, column: 1)
    }
  }

  /// The columns, once all pieces have been taken.
  ///
  /// - Throws: `DelimitedTextError`, or what `choosing` throws.
  public mutating func finish() throws -> DataColumns {
    try readPending(isLast: true)
    guard let body, let rows else { throw DelimitedTextError(.empty, line: 1, column: 1) }
    guard rows.caseCount > 0 else { throw DelimitedTextError(.noRows, line: line, column: 1) }
    let levels = zip(body.request.levels, rows.levels.map(\.levels))
    return DataColumns(
      columnNames: body.names, caseCount: rows.caseCount,
      scores: rows.scores.scores(named: body.request.scores),
      levels: Dictionary(uniqueKeysWithValues: levels))
  }

  private mutating func readPending(isLast: Bool) throws {
    var bytes: [UInt8] = []
    swap(&bytes, &pending)
    let used = try bytes.withUnsafeBufferPointer { try read($0, isLast: isLast) }
    bytes.removeFirst(used)
    swap(&bytes, &pending)
  }

  /// Reads whole lines, and says how many bytes they take.
  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool
  ) throws -> Int {
    var start = 0
    do {
      if !hasPassedMark {
        guard bytes.count >= 3 || isLast else { return 0 }
        // The mark that some programs put before UTF-8.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        hasPassedMark = true
      }
      if body == nil {
        guard start < bytes.count else { return start }
        guard let found = try header.read(bytes, isLast: isLast, from: start) else { return start }
        body = found
        rows = found.rows
        line +=
          CellScanner(bytes: bytes, isLast: isLast, separator: found.separator)
          .distance(from: start, to: found.end).lines
        start = found.end
      }
      guard let separator = body?.separator else { return start }
      let scanner = CellScanner(bytes: bytes, isLast: isLast, separator: separator)
      while start < bytes.count, let row = try rows?.read(scanner, at: start) {
        start = row.next
        line += row.lines
      }
      return start
    } catch let fault as CellScanner.Fault {
      let scanner = CellScanner(bytes: bytes, isLast: isLast, separator: 0)
      let way = scanner.distance(from: start, to: fault.offset)
      throw DelimitedTextError(
        fault.problem, line: line + way.lines, column: way.characters + 1)
    }
  }
}
