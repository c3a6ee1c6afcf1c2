import ArgumentParser
import AttuneTerminal

/// How the questions are shown.
struct FaceOptions: ParsableArguments {
  enum Face: String, EnumerableFlag {
    case screen, plain

    static func help(for face: Face) -> ArgumentHelp? {
      switch face {
      case .screen: "One question on a screen, with the arrow keys too."
      case .plain: "Plain lines: for screen readers, braille and pipes."
      }
    }
  }

  @Flag(exclusivity: .exclusive) var face: Face?

  @Flag(help: "Do not say which part of how many this is.")
  var withoutProgress = false

  /// Whether to ask with one question on a screen: as asked for, or where the terminal can.
  var isScreen: Bool {
    get throws {
      guard face == .screen else { return face == nil && ScreenMode.isFitting }
      guard ScreenMode.isPossible else {
        throw failure(
          "--screen needs a terminal to draw on. Without it, the questions come as plain lines.")
      }
      return true
    }
  }
}
