import Foundation
import Testing

/// Runs the built `attune` as a person's shell would.
struct Program {
  /// What a run left behind.
  struct Outcome {
    let output: String
    let messages: String
    let status: Int32
  }

  /// The root of the package.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The executable that the tests were built with.
  static let path = root.appending(path: ".build/debug/attune").path()

  /// Runs a program with `input` on its standard input, in `folder`.
  static func run(
    _ arguments: [String], of program: String = path, input: String = "", in folder: URL = root,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(arguments, of: program, input: Data(input.utf8), in: folder, environment: environment)
  }

  static func run(
    _ arguments: [String], of program: String = path, input: Data, in folder: URL = root,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let scratch = try ScratchFolder()
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment
      .merging(["COLUMNS": "80", "NO_COLOR": "1"]) { $1 }
      .merging(environment) { $1 }
    process.standardInput = try scratch.handle("input", holding: input)
    let output = try scratch.handle("output")
    let messages = try scratch.handle("messages")
    process.standardOutput = output
    process.standardError = messages
    try process.run()
    process.waitUntilExit()
    return Outcome(
      output: try scratch.text("output"), messages: try scratch.text("messages"),
      status: process.terminationStatus)
  }
}

/// A folder that is gone when the test is over.
final class ScratchFolder {
  let url: URL

  /// In memory, where there is such a place, for many files that only this test reads.
  init(inMemory: Bool = false) throws {
    let memory = URL(filePath: "/dev/shm")
    let place =
      inMemory && FileManager.default.isWritableFile(atPath: memory.path())
      ? memory : FileManager.default.temporaryDirectory
    url = place.appending(path: "attune-test-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of `name` in the folder.
  func path(_ name: String) -> String { url.path() + "/" + name }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  @discardableResult
  func write(_ data: Data, to name: String) throws -> String {
    try data.write(to: url.appending(path: name))
    return path(name)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
  }

  fileprivate func handle(_ name: String, holding data: Data = Data()) throws -> FileHandle {
    try write(data, to: name)
    return try FileHandle(forUpdating: url.appending(path: name))
  }
}
