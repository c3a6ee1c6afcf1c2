import Testing

@testable import AttuneTerminal

@Suite struct LineEditorTests {
  @Test func editsWhereTheCursorStands() {
    var editor = LineEditor()
    for key: Key in [
      .character("a"), .character("c"), .left, .character("b"), .end, .character("d"), .home,
      .delete, .right, .backspace,
    ] {
      let isTaken = editor.take(key)
      #expect(isTaken)
    }
    #expect(editor.text == "cd" && editor.cursor == 0)
    _ = editor.take(.pasted("one two "))
    _ = editor.take(.eraseWord)
    #expect(editor.text == "one cd" && editor.cursor == 4)
    let isTaken = editor.take(.enter)
    #expect(!isTaken)
  }

  /// An accent typed after its letter is one character with it.
  @Test func charactersThatJoinAreOne() {
    var editor = LineEditor()
    for key: Key in [.character("e"), .character("\u{301}"), .character("x"), .left, .backspace] {
      _ = editor.take(key)
    }
    #expect(editor.text == "x" && editor.cursor == 0)
  }
}
