import AttuneDiagnostics

/// Reads the line of column names and settles what each column is for.
struct HeaderReader {
  let format: DelimitedFormat
  let choosing: ([String]) throws -> ColumnRequest

  /// What the first line settles.
  struct Header {
    let names: [String]
    let request: ColumnRequest
    let rows: RowReader
    let separator: UInt8
    /// Where the first case starts.
    let end: Int
  }

  func read(
    _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, from start: Int
  ) throws -> Header? {
    let separator = format.separator?.byte ?? commonest(in: bytes, from: start)
    let scanner = CellScanner(bytes: bytes, isLast: isLast, separator: separator)
    var names: [String] = []
    var known: Set<String> = []
    var offset = start
    repeat {
      guard let cell = try scanner.cell(at: offset) else { return nil }
      let name = try scanner.text(of: cell).trimmed
      guard name.isEmpty || known.insert(name).inserted else {
        throw CellScanner.Fault(.columnTwice(name), at: offset)
      }
      names.append(name)
      offset = cell.end + 1
    } while !scanner.endsLine(at: offset - 1)
    guard let end = scanner.lineStart(after: offset - 1) else { return nil }

    let request = try choosing(names)
    let rows = RowReader(
      names: names, roles: try roles(of: names, in: request, at: start),
      scores: request.scores.count, levels: request.levels.count, format: format)
    return Header(names: names, request: request, rows: rows, separator: separator, end: end)
  }

  private func roles(
    of names: [String], in request: ColumnRequest, at start: Int
  ) throws(CellScanner.Fault) -> [RowReader.Role] {
    let known = Set(names)
    for name in request.scores + request.levels where !known.contains(name) {
      throw CellScanner.Fault(
        .unknownColumn(name, nearest: nearestName(to: name, among: names)), at: start)
    }
    for name in request.scores where request.levels.contains(name) {
      throw CellScanner.Fault(.usedTwice(name), at: start)
    }
    var roles: [String: RowReader.Role] = [:]
    for (column, name) in request.scores.enumerated() { roles[name] = .score(column) }
    for (column, name) in request.levels.enumerated() { roles[name] = .level(column) }
    return names.map { roles[$0] ?? .ignored }
  }

  /// The separator that the first line has most often outside quotation marks; a comma if none.
  private func commonest(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes[start...] {
      if byte == CellScanner.quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == CellScanner.lineFeed || byte == CellScanner.carriageReturn { break }
      counts[byte, default: 0] += 1
    }
    // A comma cannot separate where it is the decimal mark.
    let candidates = DelimitedFormat.Separator.allCases.filter {
      !(format.hasDecimalComma && $0 == .comma)
    }
    let found = candidates.map(\.byte).max { counts[$0, default: 0] < counts[$1, default: 0] }
    return found.flatMap { counts[$0] == nil ? nil : $0 } ?? UInt8(ascii: ",")
  }
}

extension DelimitedFormat.Separator {
  fileprivate var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    }
  }
}
