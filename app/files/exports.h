// SPDX-License-Identifier: GPL-3.0-or-later
// An answer for other programs: timelines for Perfetto, graphs, platforms of simulators, tables.
//
// Pure; any thread. Rates are one direction; what is failed is left out of platforms and marked in graphs and
// tables. Same outcome, same bytes. Limits, by what the others can say: SimGrid takes one shortest path where
// this model spreads over all planes; ASTRA-sim gets a node and the nodes as two levels of switches with the
// mean rate of an endpoint, dead ones with nothing, and no workload (it reads Chakra traces, which its own
// tools make); repeats of phases are written out up to 100,000 events.
#pragma once

#include "model/outcome/outcome.h"

#include <map>
#include <string>

namespace supernode {

// Trace events (JSON): phases by stage and lane, and the delivered rate as a counter. Times in microseconds.
// Promise: the phases fill the time that the outcome takes. [Exports.TheTraceHoldsEveryPhase]
std::string chromeTrace(const Outcome& outcome);

// Every element that a link ends at is a node, every link an edge with rate, capacity and load of the busiest
// moment. Promise: nodes and edges are those of the fabric. [Exports.TheGraphIsTheFabric]
std::string graphMl(const Outcome& outcome);

// Version 4.1: hosts are endpoints and CPUs (at a nominal 1 TFLOP/s: no fact says more), routers are switch
// chips, links are split-duplex with half the latency of each switch chip that they end at. The planes alone:
// a shortest path would take the other networks, which have fewer hops. Promise: SimGrid loads it and finds
// its way. [SimgridExport.SimgridLoadsItAndFindsItsWay]
std::string simgridPlatform(const Outcome& outcome);

// File name to text: network.yml of the analytical backend (GB/s, ns), system.json, memory.json.
// Promise: an endpoint gets the rate that it has. [Exports.TheNetworkOfAstraSimHasTheRateOfAnEndpoint]
std::map<std::string, std::string> astraSim(const Outcome& outcome);

// A line for each link: name, kind, plane, rate, capacity, alive, load up and down of the busiest moment.
// Promise: every link has its line. [Exports.EveryLinkHasItsLine]
std::string linkTable(const Outcome& outcome);

} // namespace supernode
