import Dispatch

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reads comma-, semicolon- or tab-separated text (RFC 4180) that comes in pieces.
///
///     var parser = DelimitedParser(format: format) { names in ColumnRequest(scores: names) }
///     while let piece = nextPiece() { try parser.parse(piece) }
///     let columns = try parser.finish()
///
/// The first line names the columns. Columns that are not asked for may hold anything but a byte 0.
/// An empty line is passed over, except in a text of one column, where it is a case without a
/// value. Only the line under way is kept, so that memory grows with the scores alone. Long pieces
/// are shared among the processors.
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
    var rest = piece
    if !pending.isEmpty {
      // The line under way mostly ends soon: the rest of the piece then need not be copied.
      let head = min(piece.count, 1 << 16)
      pending.append(contentsOf: piece[..<head])
      try readPending(isLast: false)
      if pending.count < head {
        rest = UnsafeBufferPointer(rebasing: piece[(head - pending.count)...])
        pending = []
      } else {
        rest = UnsafeBufferPointer(rebasing: piece[head...])
      }
    }
    if pending.isEmpty {
      let used = try read(rest, isLast: false)
      pending = Array(rest[used...])
    } else if !rest.isEmpty {
      pending.append(contentsOf: rest)
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
    guard let body, let caseCount = rows?.caseCount else {
      throw DelimitedTextError(.empty, line: 1, column: 1)
    }
    guard caseCount > 0 else { throw DelimitedTextError(.noRows, line: line, column: 1) }
    let levels = zip(body.request.levels, rows?.levels.map(\.levels) ?? [])
    guard let scores = rows?.takeScores(named: body.request.scores) else {
      preconditionFailure("there are rows wherever there are cases")
    }
    return DataColumns(
      columnNames: body.names, caseCount: caseCount, scores: scores,
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
      let parts = Self.parts(of: bytes, from: start)
      for reading in readParts(of: bytes, at: parts, isLast: isLast, separator: separator) {
        start = reading.next
        line += reading.lines
        if let fault = reading.fault { throw fault }
      }
      return start
    } catch let fault as CellScanner.Fault {
      let scanner = CellScanner(bytes: bytes, isLast: isLast, separator: 0)
      let way = scanner.distance(from: start, to: fault.offset)
      throw DelimitedTextError(
        fault.problem, line: line + way.lines, column: way.characters + 1)
    }
  }

  /// Reads the parts of a piece at the same time, and adds their cases in order.
  private mutating func readParts(
    of bytes: UnsafeBufferPointer<UInt8>, at parts: [Range<Int>], isLast: Bool, separator: UInt8
  ) -> [RowReader.Reading] {
    guard parts.count > 1, let empty = rows?.withoutCases else {
      let scanner = CellScanner(bytes: bytes, isLast: isLast, separator: separator)
      return rows.map { _ in parts.compactMap { rows?.readCases(scanner, from: $0.lowerBound) } }
        ?? []
    }
    var readers = Array(repeating: empty, count: parts.count)
    var readings = parts.map { RowReader.Reading(next: $0.lowerBound) }
    readers.withUnsafeMutableBufferPointer { readers in
      readings.withUnsafeMutableBufferPointer { readings in
        // Each part has its own reader and its own place for how far it came.
        nonisolated(unsafe) let (readers, readings, bytes) = (readers, readings, bytes)
        DispatchQueue.concurrentPerform(iterations: parts.count) { index in
          let isLastPart = index == parts.count - 1
          let scanner = CellScanner(
            bytes: UnsafeBufferPointer(rebasing: bytes[..<parts[index].upperBound]),
            isLast: isLast || !isLastPart, separator: separator)
          readings[index] = readers[index].readCases(scanner, from: parts[index].lowerBound)
          readers[index].close()
        }
      }
    }
    for reader in readers { rows?.append(reader) }
    return readings
  }

  /// Where a piece can be cut so that its parts can be read at the same time: after line feeds, and
  /// nowhere if it has a quotation mark, because a line feed after one may belong to a cell.
  private static func parts(
    of bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> [Range<Int>] {
    let length = bytes.count - start
    guard length >= 2 * partLength, let first = bytes.baseAddress,
      memchr(first + start, Int32(CellScanner.quote), length) == nil
    else { return [start..<bytes.count] }
    var parts: [Range<Int>] = []
    var next = start
    while bytes.count - next >= 2 * partLength {
      let middle = next + partLength
      guard
        let end = memchr(first + middle, Int32(CellScanner.lineFeed), bytes.count - middle)
      else { break }
      let after = UnsafeRawPointer(end) - UnsafeRawPointer(first) + 1
      parts.append(next..<after)
      next = after
    }
    if next < bytes.count { parts.append(next..<bytes.count) }
    return parts
  }

  /// Long enough that sharing pays, short enough that all processors get some of a piece.
  private static let partLength = 1 << 20
}
