import ArgumentParser
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

/// Writes a line to standard error: messages and progress, never results.
func say(_ line: String) {
  FileHandle.standardError.write(Data((line + "\n").utf8))
}
