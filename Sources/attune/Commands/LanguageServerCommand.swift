import ArgumentParser
import AttuneLanguageServer
import Foundation

extension Attune {
  /// Carries messages between an editor and the language server; the work is the server's.
  struct LanguageServerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "language-server",
      abstract: "Help an editor with instruments, studies and translations as they are written.",
      discussion: """
        Speaks the Language Server Protocol over standard input and output; an editor starts it. \
        Nothing is written to disk and nothing is sent anywhere else. Exits with 0 when the editor \
        said goodbye, 1 when it went away without.
        """)

    @Flag(help: "Accepted because many editors say it; there is no other way.")
    var stdio = false

    func run() throws {
      // An editor that went away is found at the end of the input.
      signal(SIGPIPE, SIG_IGN)
      var reader = MessageReader()
      var server = LanguageServer(version: Attune.version)
      var bytes = [UInt8](repeating: 0, count: 65_536)
      while server.exitCode == nil {
        let count = read(STDIN_FILENO, &bytes, bytes.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw ExitCode.failure }
        let answers = server.handle(reader.messages(after: bytes[..<count]))
        for answer in answers { Self.write(answer.framed) }
      }
      if let code = server.exitCode, code != 0 { throw ExitCode(code) }
    }

    private static func write(_ message: Data) {
      var rest = message[...]
      while !rest.isEmpty {
        let written = rest.withUnsafeBytes { unsafe in
          Foundation.write(STDOUT_FILENO, unsafe.baseAddress, unsafe.count)
        }
        if written > 0 {
          rest = rest.dropFirst(written)
        } else if errno != EINTR {
          return
        }
      }
    }
  }
}
