package import KubernetesJSON
package import KubernetesObjects

/// Where a field stands in a file, for people.
package struct FieldPlace: Sendable, Hashable {
  /// The name of the file as it is shown; not safe to print.
  @ByteExact package private(set) var file: String
  /// The line, counted from 1.
  package let line: Int
  /// The column of its first character, counted from 1.
  package let column: Int
  /// The line, or the part of a long one around the field; nil where it cannot be read.
  let snippet: Snippet?
  /// The files that somebody edits, where this one was made of them.
  package let making: Making

  /// A line of a file, safe to print, and what of it is meant.
  struct Snippet: Sendable, Hashable {
    @ByteExact private(set) var text: String
    /// How many columns stand before what is meant.
    let indent: Int
    /// How many columns are meant.
    let width: Int
  }
}

extension FieldPlace: JSONWritable {
  package func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(file.printedSafely, forKey: "file")
      object.write(line, forKey: "line")
      object.write(column, forKey: "column")
      object.write(making.file?.printedSafely, forKey: "madeOf")
      object.writeUnlessEmpty(making.changes.map(\.printedSafely), forKey: "changedBy")
    }
  }
}
