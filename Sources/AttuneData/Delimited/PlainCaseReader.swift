/// Reads cases of short whole numbers at once, which almost all cases are.
///
/// It stops before the first case that holds anything else, and leaves that to `RowReader`, which
/// knows every way of writing and what to say of those that nobody can read.
struct PlainCaseReader {
  /// For each column of the text the column of scores that it is, or -1.
  let targets: [Int]
  /// What each whole number from -128 on is held as.
  let bytes: [Int8]

  /// - Returns: Where the first case starts that was not read, and how many were.
  func read(
    _ scanner: CellScanner, from start: Int, into scores: inout ScoreColumns
  ) -> (next: Int, count: Int) {
    guard let first = scanner.bytes.baseAddress else { return (start, 0) }
    let end = first + scanner.bytes.count
    var next = first + start
    var count = 0
    targets.withUnsafeBufferPointer { targets in
      bytes.withUnsafeBufferPointer { bytes in
        guard let values = bytes.baseAddress else { return }
        let line = Line(
          targets: targets, values: values + 128, separator: scanner.separator, end: end)
        var isFull = true
        while isFull {
          isFull = scores.fill { column, stride, room in
            var row = 0
            while row < room, let after = line.read(at: next, into: column + row, stride) {
              next = after
              row += 1
            }
            count += row
            return row
          }
        }
      }
    }
    return (next - first, count)
  }

  /// What is the same for every line.
  private struct Line {
    let targets: UnsafeBufferPointer<Int>
    /// The byte for a whole number stands as far from here as the number says.
    let values: UnsafePointer<Int8>
    let separator: UInt8
    let end: UnsafePointer<UInt8>

    /// The most bytes that the cells read here take: a sign, three digits and a separator each, and
    /// one more for a line that ends with two.
    private var longest: Int { 5 * targets.count + 1 }

    /// Reads the line at `start` and gives the start of the next, or `nil` where it is not plain.
    @inline(__always)
    func read(
      at start: UnsafePointer<UInt8>, into first: UnsafeMutablePointer<Int8>, _ stride: Int
    ) -> UnsafePointer<UInt8>? {
      guard end - start >= longest else { return nil }
      var cell = start
      let last = targets.count - 1
      for column in 0...last {
        let mark = column == last ? CellScanner.lineFeed : separator
        let target = targets[column]
        let digit = cell[0] &- UInt8(ascii: "0")
        let value: Int8
        if digit < 10, cell[1] == mark {
          value = values[Int(digit)]
          cell += 2
        } else if target >= 0 {
          guard let number = number(at: cell, before: mark) else { return nil }
          value = number.byte
          cell = number.next
        } else {
          guard let after = skip(cell, before: mark), end - after >= longest else { return nil }
          cell = after
          continue
        }
        if target >= 0 { first[target * stride] = value }
      }
      return cell
    }

    /// A blank, or a whole number from -127 to 127, and what comes after its end.
    private func number(
      at start: UnsafePointer<UInt8>, before mark: UInt8
    ) -> (byte: Int8, next: UnsafePointer<UInt8>)? {
      var cell = start
      let isNegative = cell[0] == UInt8(ascii: "-")
      if isNegative { cell += 1 }
      let digits = cell
      var value = 0
      while cell - digits < 3 {
        let digit = cell[0] &- UInt8(ascii: "0")
        guard digit < 10 else { break }
        value = value &* 10 &+ Int(digit)
        cell += 1
      }
      if cell == digits, isNegative { return nil }
      guard value <= 127, let next = passed(cell, mark) else { return nil }
      return (cell == digits ? ItemScores.missing : values[isNegative ? -value : value], next)
    }

    /// What comes after a cell that nobody asked for, if it has nothing that needs a closer look.
    private func skip(
      _ start: UnsafePointer<UInt8>, before mark: UInt8
    ) -> UnsafePointer<UInt8>? {
      var cell = start
      while cell < end {
        // No byte above the semicolon ends a cell.
        if cell[0] <= UInt8(ascii: ";") {
          if cell[0] == mark { return cell + 1 }
          if cell[0] == separator || cell[0] < UInt8(ascii: " ") || cell[0] == CellScanner.quote {
            return end - cell > 1 ? passed(cell, mark) : nil
          }
        }
        cell += 1
      }
      return nil
    }

    /// What comes after the mark, or after the two bytes of a line end, that stand here.
    private func passed(
      _ cell: UnsafePointer<UInt8>, _ mark: UInt8
    ) -> UnsafePointer<UInt8>? {
      if cell[0] == mark { return cell + 1 }
      guard mark == CellScanner.lineFeed, cell[0] == CellScanner.carriageReturn,
        cell[1] == CellScanner.lineFeed
      else { return nil }
      return cell + 2
    }
  }
}
