import ArgumentParser
import AttuneDiagnostics
import Foundation

/// Says on standard error why the work could not be done, and ends the command with 1.
///
/// Commands throw this rather than their own errors, so that every failure reads alike and none
/// shows a type's name.
func failure(_ message: String) -> ExitCode {
  say("attune: \(message)")
  return .failure
}

/// Runs `work`, turning whatever a layer below throws into words and exit code 1.
func reporting<Result>(_ work: () throws -> Result) throws -> Result {
  do {
    return try work()
  } catch let code as ExitCode {
    throw code
  } catch let error as any CustomStringConvertible & Error {
    throw failure(error.description)
  }
}

/// Writes lines to standard error: messages and progress, never results.
///
/// Whatever they quote, a file's name too, cannot drive the terminal.
func say(_ lines: String) {
  let inert = lines.split(separator: "\n", omittingEmptySubsequences: false).map(\.inert)
  FileHandle.standardError.write(Data((inert.joined(separator: "\n") + "\n").utf8))
}
