/// The rules of what the injector reads of a Pod that it injects, as far as reading it can fail. It refuses the Pod then.
package struct InjectorCheckRules: Sendable, Hashable {
  /// When the Mesh is looked up (INJ-13).
  package var meshLookup: MeshLookupOrder
  /// Whether the ContainerPatches that a Pod names are looked up (INJ-16).
  package var containerPatches: Reading
  /// Whether the annotation of the drain time is read (INJ-14).
  package var drainTime: Reading
  /// Whether the annotation that switches SPIRE on is read (INJ-14).
  package var spire: Reading
  /// Whether the annotation of the proxy's concurrency is read (INJ-14).
  package var concurrency: Reading
  /// Whether the annotation that makes containers wait for the proxy is read (INJ-14).
  package var waitForDataplane: Reading
  /// Whether the annotation of the volume of the service account's token is read (INJ-17).
  package var tokenVolume: Reading
  /// Whether the annotation that switches eBPF on is read (INJ-15).
  package var ebpf: Reading
  /// Whether a Pod's own annotations of the builtin DNS are read, instead of being written over (INJ-15).
  package var builtinDNS: Reading
  /// Whether their old keys are read too (INJ-15).
  package var builtinDNSOldKeys: Reading
  /// Whether the annotation of the log of the builtin DNS is read (INJ-15).
  package var builtinDNSLogging: LoggingReading
  /// Whether the annotations about packets, those that are dropped and those that are logged, are read (INJ-15).
  package var packets: Reading
  /// Whether the IP family mode must be one that is known (INJ-15).
  package var familyMode: Reading
  /// Whether the lists of ports that are not redirected must be ports (INJ-15).
  package var excludedPorts: Reading
  /// Which annotation of the engine of transparent proxying is read (INJ-15).
  package var engine: EngineReading
  /// Whether the annotation that puts Kuma's init container first is read (INJ-15).
  package var initFirst: Reading

  /// When the Mesh is looked up.
  package enum MeshLookupOrder: Sendable, Hashable {
    /// Once the sidecar is put together.
    case afterSidecar
    /// Before anything else.
    case first
  }

  /// When the annotation of the log of the builtin DNS is read.
  package enum LoggingReading: Sendable, Hashable {
    case notRead
    case read
    /// Only where the builtin DNS is on.
    case readWithDNS
  }

  /// Which annotation of the engine of transparent proxying is read.
  package enum EngineReading: Sendable, Hashable {
    case none
    case experimental
    case versionOne
  }
}
