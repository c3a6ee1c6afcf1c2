import Foundation
import Testing

/// The built `attune language-server`, spoken to as an editor would: a message goes out, and what
/// comes back is read before the next.
final class Conversation {
  typealias Object = [String: Any]

  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let messages = Pipe()
  private var buffer = Data()

  init() throws {
    // A program that went away must not end the tests.
    signal(SIGPIPE, SIG_IGN)
    process.executableURL = URL(filePath: Program.path)
    process.arguments = ["language-server", "--stdio"]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = messages
    try process.run()
  }

  deinit { if process.isRunning { process.terminate() } }

  func send(_ message: Object) throws {
    var message = message
    message["jsonrpc"] = "2.0"
    let data = try JSONSerialization.data(withJSONObject: message)
    try send("Content-Length: \(data.count)\r\n\r\n" + String(decoding: data, as: UTF8.self))
  }

  func send(_ text: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
  }

  /// The next message; it must come within ten seconds, and nothing else may stand before it.
  func receive() throws -> Object {
    while true {
      if let end = buffer.firstRange(of: Data("\r\n\r\n".utf8)) {
        let header = String(decoding: buffer[..<end.lowerBound], as: UTF8.self)
        try #require(header.hasPrefix("Content-Length: "))
        let length = try #require(Int(header.dropFirst("Content-Length: ".count)))
        if buffer.endIndex - end.upperBound >= length {
          let body = Data(buffer[end.upperBound..<end.upperBound + length])
          buffer = Data(buffer[(end.upperBound + length)...])
          return try #require(try JSONSerialization.jsonObject(with: body) as? Object)
        }
      }
      var file = pollfd(
        fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
      try #require(poll(&file, 1, 10_000) > 0, "no answer came")
      let bytes = output.fileHandleForReading.availableData
      try #require(!bytes.isEmpty, "the program ended")
      buffer.append(bytes)
    }
  }

  /// The result of a request.
  func ask(_ id: Int, _ method: String, _ parameters: Object) throws -> Any {
    try send(["id": id, "method": method, "params": parameters])
    let answer = try receive()
    #expect(answer["id"] as? Int == id)
    return try #require(answer["result"], "\(answer)")
  }

  /// Closes the program's input and waits for its end: its exit code, and what it said besides.
  func end() throws -> (status: Int32, output: String, messages: String) {
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    let output = buffer + self.output.fileHandleForReading.readDataToEndOfFile()
    let messages = self.messages.fileHandleForReading.readDataToEndOfFile()
    return (
      process.terminationStatus, String(decoding: output, as: UTF8.self),
      String(decoding: messages, as: UTF8.self)
    )
  }
}
