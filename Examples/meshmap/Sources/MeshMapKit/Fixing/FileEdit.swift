package import KubernetesJSON
package import KubernetesObjects

/// Some lines of a file, and those that come in their place.
package struct FileEdit: Sendable, Hashable, JSONWritable {
  /// The name of the file.
  @ByteExact package private(set) var file: String
  /// The number of the first line, counted from 1; of what is only added the one that it comes before.
  package let line: Int
  /// The lines that go, without their ends.
  @ByteExactList package private(set) var old: [String]
  /// The lines that come.
  @ByteExactList package private(set) var new: [String]
  /// What of a line is given above, where it is so long that nobody wants all of it; nil where whole lines are.
  package private(set) var part: Part?

  /// A part of a line.
  package struct Part: Sendable, Hashable {
    /// The column of its first character, counted from 1.
    package let column: Int
    /// Whether the line ends with it.
    package let isLast: Bool
  }

  package func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(file.printedSafely, forKey: "file")
      object.write(line, forKey: "line")
      object.write(part?.column, forKey: "column")
      object.write(old.joined(separator: "\n"), forKey: "old")
      object.write(new.joined(separator: "\n"), forKey: "new")
    }
  }
}
