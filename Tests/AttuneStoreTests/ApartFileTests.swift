import AttuneInstrument
import AttuneStore
import Foundation
import Testing

@Suite struct ApartFileTests {
  @Test func keepsEveryAnswerOnItsOwnLine() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "apart-\(UUID())").path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = ApartFile(path: path)
    for number in 1...5 { try file.add(item: "email", .value(.text("address \(number)"))) }
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 5)
    for number in 1...5 { #expect(lines.contains { $0.contains("address \(number)") }) }
  }
}
