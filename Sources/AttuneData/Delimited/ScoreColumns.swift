import AttuneNumerics

/// Columns of scores that grow case by case.
///
/// Bytes are written column by column into blocks of cases that stay in a processor's cache, and
/// the blocks are put together once at the end. Other numbers stand apart, each with its case; a
/// column with one of them becomes wide.
struct ScoreColumns {
  /// Some cases: one column after the other, each `stride` bytes long, of which `caseCount` are used.
  private struct Block {
    var bytes: [Int8]
    let stride: Int
    var caseCount = 0
  }

  /// The numbers of a column that are no bytes, by their case, in rising order.
  private struct WideValues {
    var cases: [Int] = []
    var values: [Double] = []
  }

  let count: Int
  private(set) var caseCount = 0
  private var blocks: [Block] = []
  private var wide: [Int: WideValues] = [:]
  private var hasWideValues = false
  /// How many cases a block takes.
  private let capacity: Int
  private let stride: Int

  init(count: Int) {
    self.count = count
    capacity = min(max((1 << 19) / max(count, 1) / 64 * 64, 256), 1 << 15)
    // Columns a multiple of 4096 bytes apart would fight for one set of the first-level cache.
    stride = capacity + 64
  }

  /// Begins a case, in place of one that was broken off.
  mutating func beginCase() {
    makeRoom()
    guard hasWideValues else { return }
    for column in wide.keys where wide[column]?.cases.last == caseCount {
      wide[column]?.cases.removeLast()
      wide[column]?.values.removeLast()
    }
    hasWideValues = false
  }

  /// Sets a score of the case under way to a byte, or to `ItemScores.missing`.
  mutating func set(_ column: Int, to byte: Int8) {
    let last = blocks.count - 1
    blocks[last].bytes[column * stride + blocks[last].caseCount] = byte
  }

  /// Sets a score of the case under way, missing for `nil`.
  mutating func set(_ column: Int, to number: Double?) {
    let byte = number.flatMap(Int8.init(exactly:)) ?? ItemScores.missing
    set(column, to: byte)
    guard let number, byte == ItemScores.missing else { return }
    wide[column, default: WideValues()].cases.append(caseCount)
    wide[column, default: WideValues()].values.append(number)
    hasWideValues = true
  }

  mutating func endCase() {
    caseCount += 1
    blocks[blocks.count - 1].caseCount += 1
    hasWideValues = false
  }

  /// Lends the room for the next cases.
  ///
  /// `body` is given where the score of the first of them on column 0 goes, how far apart columns
  /// are, and how many cases there is room for; it says how many it wrote.
  ///
  /// - Returns: Whether all the room was used.
  mutating func fill(
    _ body: (_ first: UnsafeMutablePointer<Int8>, _ stride: Int, _ room: Int) -> Int
  ) -> Bool {
    beginCase()
    let last = blocks.count - 1
    let start = blocks[last].caseCount
    let written = blocks[last].bytes.withUnsafeMutableBufferPointer { bytes in
      bytes.baseAddress.map { body($0 + start, stride, capacity - start) } ?? 0
    }
    blocks[last].caseCount += written
    caseCount += written
    return start + written == capacity
  }

  /// Adds the cases of other columns of the same kind after these.
  mutating func append(_ other: ScoreColumns) {
    for block in other.blocks where block.caseCount > 0 { blocks.append(block) }
    for (column, values) in other.wide {
      wide[column, default: WideValues()].cases += values.cases.map { $0 + caseCount }
      wide[column, default: WideValues()].values += values.values
    }
    caseCount += other.caseCount
  }

  /// Gives back the room that the last block does not need.
  mutating func close() {
    guard let last = blocks.last, last.caseCount < last.stride - 64 else { return }
    let bytes = (0..<count).flatMap { column in
      last.bytes[column * last.stride..<column * last.stride + last.caseCount]
    }
    blocks[blocks.count - 1] = Block(
      bytes: bytes, stride: last.caseCount, caseCount: last.caseCount)
  }

  /// The scores; nothing is left here, because both together would need twice the memory.
  mutating func takeScores(named names: [String]) -> ItemScores {
    var columns = ByteColumns(rowCount: caseCount, columnCount: count) { first, stride in
      var start = 0
      for index in blocks.indices {
        let block = blocks[index]
        block.bytes.withUnsafeBufferPointer { bytes in
          guard let source = bytes.baseAddress else { return }
          for column in 0..<count {
            (first + column * stride + start).initialize(
              from: source + column * block.stride, count: block.caseCount)
          }
        }
        start += block.caseCount
        blocks[index].bytes = []
      }
    }
    blocks = []
    let wide = wide.filter { !$0.value.cases.isEmpty }.map { column, values in
      (column, Self.column(column, of: columns, with: values))
    }
    for (column, _) in wide {
      columns.withMutableColumn(column) { $0.update(repeating: 0) }
    }
    return ItemScores(
      names: names, bytes: columns, wide: Dictionary(uniqueKeysWithValues: wide))
  }

  private static func column(
    _ column: Int, of columns: ByteColumns, with wide: WideValues
  ) -> [Double?] {
    var values = columns.withColumn(column) { bytes in
      bytes.map { $0 == ItemScores.missing ? nil : Double($0) }
    }
    for (row, value) in zip(wide.cases, wide.values) { values[row] = value }
    return values
  }

  /// A block with room for at least one case.
  private mutating func makeRoom() {
    if let last = blocks.last, last.stride == stride, last.caseCount < capacity { return }
    blocks.append(Block(bytes: Array(repeating: 0, count: stride * count), stride: stride))
  }
}
