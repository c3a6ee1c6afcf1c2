/// The columns of a table that is too wide, in runs that fit: each is led by the columns that say
/// what its rows are about.
enum ColumnRuns {
  /// The first column and the columns of words right behind it, if they leave half of the room.
  static func leading(_ columns: [Column], _ widths: [Int], within room: Int) -> Int {
    var count = 1
    while count < columns.count, columns[count].style == .text,
      total(widths.prefix(count + 1)) <= room / 2
    { count += 1 }
    return count
  }

  /// The places of the columns in each run; one run where all of them fit.
  static func of(_ columns: [Column], _ widths: [Int], within room: Int) -> [[Int]] {
    guard let all = columns.indices.last, total(widths[...]) > room else {
      return columns.isEmpty ? [] : [Array(columns.indices)]
    }
    let lead = Array(0..<leading(columns, widths, within: room))
    var runs = [lead]
    for index in lead.count..<max(lead.count, all + 1) {
      let run = runs[runs.count - 1]
      let isFull = total((run + [index]).map { widths[$0] }[...]) > room
      if run.count > lead.count, isFull {
        runs.append(lead + [index])
      } else {
        runs[runs.count - 1].append(index)
      }
    }
    return runs
  }

  /// The width of columns with two places between them.
  private static func total(_ widths: ArraySlice<Int>) -> Int {
    widths.reduce(0, +) + 2 * max(0, widths.count - 1)
  }
}
