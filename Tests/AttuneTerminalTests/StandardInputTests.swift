import Foundation
import Testing

@testable import AttuneTerminal

@Suite(.serialized) struct StandardInputTests {
  /// Reads everything that `bytes` gives through a pipe, and one more.
  private func inputs(_ bytes: [UInt8], count: Int) -> [Input] {
    let pipe = Pipe()
    var input = StandardInput(descriptor: pipe.fileHandleForReading.fileDescriptor)
    let writer = Thread {
      pipe.fileHandleForWriting.write(Data(bytes))
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    return withExtendedLifetime(pipe) { (0..<count).map { _ in input.next() } }
  }

  @Test func linesComeOneByOneAndThenTheEndForEver() {
    let bytes = Array("one\r\n\n two \nlast".utf8)
    let expected: [Input] = ["one", "", " two ", "last"].map(Input.line) + [.left, .left]
    #expect(inputs(bytes, count: 6) == expected)
  }

  @Test func bytesThatAreNoTextAreUnreadable() {
    #expect(inputs([0x61, 0xFF, 0x0A, 0x62, 0x0A], count: 2) == [.unreadable, .line("b")])
  }

  @Test func aLongLineComesWhole() {
    let long = String(repeating: "é", count: 500_000)
    #expect(inputs(Array((long + "\n").utf8), count: 1) == [.line(long)])
  }

  @Test func anInterruptIsOneLeaveAndAHangUpIsForEver() throws {
    let pipe = Pipe()
    var input = StandardInput(descriptor: pipe.fileHandleForReading.fileDescriptor)
    kill(getpid(), SIGINT)
    #expect(input.next() == .left)
    try pipe.fileHandleForWriting.write(contentsOf: Data("on\n".utf8))
    #expect(input.next() == .line("on"))
    kill(getpid(), SIGHUP)
    #expect(input.next() == .left)
    #expect(input.next() == .left)
    withExtendedLifetime(pipe) {}
  }
}
