public import KubernetesJSON

extension Dataplane.Networking: JSONWritable {
  /// Writes `networking`, absent values left out. An administration port of 0 is an empty object, as Kuma writes it.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.writeUnlessEmpty(address, forKey: "address")
      object.writeUnlessEmpty(inbound, forKey: "inbound")
      object.writeUnlessEmpty(outbound, forKey: "outbound")
      object.writeUnlessEmpty(listeners, forKey: "listeners")
      object.write(gateway, forKey: "gateway")
      object.write(transparentProxying, forKey: "transparentProxying")
      if let adminPort {
        object.writeObject(forKey: "admin") { $0.writeUnlessZero(adminPort, forKey: "port") }
      }
    }
  }
}

extension Dataplane.Inbound: JSONWritable {
  /// Writes an inbound, absent defaults left out.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.writeUnlessEmpty(address, forKey: "address")
      object.writeUnlessZero(port, forKey: "port")
      object.writeUnlessEmpty(name, forKey: "name")
      if !tags.isEmpty { object.write(tags, forKey: "tags") }
      if state != .ready { object.write(state.rawValue, forKey: "state") }
      object.write(health, forKey: "health")
      object.writeUnlessEmpty(appProtocol, forKey: "protocol")
    }
  }
}

extension Dataplane.Health: JSONWritable {
  /// Writes `{"ready": true}` or an empty object.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      if isReady { object.write(true, forKey: "ready") }
    }
  }
}

extension Dataplane.Gateway: JSONWritable {
  /// Writes a gateway; the type `DELEGATED` is the absent default.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      if type != .delegated { object.write(type.rawValue, forKey: "type") }
      if !tags.isEmpty { object.write(tags, forKey: "tags") }
    }
  }
}

extension Dataplane.Listener: JSONWritable {
  /// Writes a listener; the state `Ready` is the absent default.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(type.rawValue, forKey: "type")
      object.writeUnlessEmpty(address, forKey: "address")
      object.writeUnlessZero(port, forKey: "port")
      object.writeUnlessEmpty(name, forKey: "name")
      if state != .ready { object.write(state.rawValue, forKey: "state") }
    }
  }
}

extension Dataplane.TransparentProxying: JSONWritable {
  /// Writes `transparentProxying`, absent defaults left out.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.writeUnlessZero(redirectPortInbound, forKey: "redirectPortInbound")
      object.writeUnlessZero(redirectPortInboundV6, forKey: "redirectPortInboundV6")
      object.writeUnlessZero(redirectPortOutbound, forKey: "redirectPortOutbound")
      object.writeUnlessEmpty(directAccessServices, forKey: "directAccessServices")
      object.writeUnlessEmpty(reachableServices, forKey: "reachableServices")
      if let reachableBackends {
        object.writeObject(forKey: "reachableBackends") { $0.writeUnlessEmpty(reachableBackends, forKey: "refs") }
      }
      if ipFamilyMode != .unspecified { object.write(ipFamilyMode.rawValue, forKey: "ipFamilyMode") }
    }
  }
}
