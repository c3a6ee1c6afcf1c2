import AttuneExchange
import AttuneTables
import Foundation
import Testing

@Suite struct WorkbookTests {
  private func table(rows: Int, _ cell: Cell = .count(1)) -> Table {
    Table(
      "t", title: "T", columns: [Column("a", "a", .count)],
      rows: Array(repeating: [cell], count: rows))
  }

  private func bytes(_ workbook: Workbook) throws -> Data {
    let file = FileManager.default.temporaryDirectory.appending(path: "attune-\(UUID()).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try workbook.write(to: file.path())
    return try Data(contentsOf: file)
  }

  @Test func theSameTablesGiveTheSameBytes() throws {
    let workbook = Workbook([.init(table(rows: 3)), .init(table(rows: 2), named: "other")])
    let first = try bytes(workbook)
    Thread.sleep(forTimeInterval: 1.1)
    #expect(try bytes(workbook) == first)
  }

  /// 1,048,577 rows with the header's.
  @Test func tooManyRowsAreRefusedBeforeAnythingIsWritten() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "attune-\(UUID()).xlsx")
      .path()
    let error = #expect(throws: ExportError.self) {
      try Workbook([.init(table(rows: 1_048_576), layout: .data)]).write(to: path)
    }
    #expect(error == .tooManyRows(1_048_576, most: 1_048_575, format: "an .xlsx sheet"))
    #expect(!FileManager.default.fileExists(atPath: path))
    try Workbook([.init(table(rows: 1_048_575), layout: .data)]).check()
  }

  @Test func aTextThatIsTooLongIsRefused() {
    let text = String(repeating: "x", count: 32_768)
    let error = #expect(throws: ExportError.self) {
      try Workbook([.init(table(rows: 1, .text(text)))]).check()
    }
    #expect(error?.description.contains("nothing is cut") == true)
  }

  // Python: float("%.16G" % (0.1 + 0.2)) is 0.3, and 0.1, 1/3 and 1e300 come back as they were.
  @Test func aSeventeenthDigitIsToldOf() {
    func losses(_ numbers: [Double]) -> [String] {
      let table = Table(
        "t", title: "T", columns: [Column("a", "a", .number)], rows: numbers.map { [.real($0)] })
      return Workbook([.init(table)]).losses.sentences
    }
    #expect(losses([0.1, 1.0 / 3, 1e300, -2, 4.5]) == [])
    #expect(
      losses([0.1 + 0.2, 0.1]) == [
        "1 number needs a seventeenth digit, and this file holds sixteen; CSV and JSON hold all."
      ])
  }

  @Test func aPlaceThatIsNotThereIsAnError() {
    #expect(throws: ExportError.self) {
      try Workbook([.init(table(rows: 1))]).write(to: "/no/such/folder/x.xlsx")
    }
  }
}
