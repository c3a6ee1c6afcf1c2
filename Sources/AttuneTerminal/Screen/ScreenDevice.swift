/// Where a screen face's keys come from and its frames go to.
protocol ScreenDevice {
  var size: Frame.Size { get }

  /// Waits for what comes next, or until nothing has come for so many seconds.
  mutating func next(within seconds: Int?) -> ScreenInput

  mutating func draw(_ frame: Frame)

  /// Takes everything off the screen and out of what can be scrolled back to.
  mutating func clear()
}

/// What came in where a key was awaited.
enum ScreenInput: Sendable, Hashable {
  case key(Key)
  case resized
  /// Nothing, for as long as was waited.
  case quiet
  /// A hang-up or a termination: nothing more will come.
  case left
}
