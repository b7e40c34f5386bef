// SPDX-License-Identifier: GPL-3.0-or-later
// What the roofline draws: roofs of one endpoint, and the work of an outcome as marks under them.
//
// Two panels. Arithmetic: x FLOPs for each byte of HBM, y FLOPs a second while it runs; its roofs are the
// peaks of the matrix units that are used and the slope of the HBM. Fabric: x bytes that one endpoint sends
// in one exchange, y bytes a second it gets; its roof is what the links of one endpoint carry. An exchange
// computes nothing, so that it has no place beside the operators: bytes are what a visitor can turn a knob
// of. The rank is the one that sets the pace; without operators it is the endpoint that sends or receives
// most. Roofs are those of the data sheet: software reaches a share of them. Units: FLOP, bytes, seconds as
// plain numbers; ranges are powers of ten. Pure; any thread, in the current language. Promise: no mark stands
// above its roofs. [RooflinePicture.NoMarkStandsAboveItsRoofs]
#pragma once

#include "model/outcome/outcome.h"

#include <QString>

#include <string>
#include <vector>

namespace supernode {

// Phase: as the timeline names them; Operator: what each of them is made of.
enum class WorkDetail : std::uint8_t { Phase, Operator };

struct Roof {
    WorkLimit kind = WorkLimit::Compute;
    QString name;     // "BF16", "HBM", "links"
    double rate = 0;  // FLOP/s or bytes/s of one endpoint; the HBM's is the slope
    double built = 0; // before failures
    QString source;   // where its number comes from

    bool lowered() const { return rate < built * (1 - 1e-9); }
};

// y at an x.
double heightOf(const Roof& roof, double x);

struct RoofMark {
    enum class Panel : std::uint8_t { Arithmetic, Fabric };
    Panel panel = Panel::Arithmetic;
    std::string key; // what it is in the model's words: stays the same while knobs move
    QString name;
    std::vector<std::string> phases; // of the timeline in which it works
    WorkLimit limit = WorkLimit::Software;
    QString limitedBy;
    double x = 0, y = 0;
    double share = 0;     // of the time of all work
    Duration time;        // of all its runs in a pass
    bool startUp = false; // counts in its time
    double runs = 1;      // in a pass
    double height = 0;    // of the lowest roof over it, in units of y
    QString roof;         // its name
};

struct LogRange {
    double least = 0, most = 1; // powers of ten
    bool operator==(const LogRange&) const = default;
};

struct RoofPanel {
    std::vector<Roof> roofs;
    std::vector<RoofMark> marks; // largest share first
    LogRange x, y;

    const RoofMark* find(const std::string& key) const; // null: none
};

struct RooflinePicture {
    QString who;           // "die"
    QString whole;         // what shares are of: "a pass", "the run"
    RoofPanel arithmetic;  // no marks: nothing is computed
    RoofPanel fabric;      // no marks: nothing is sent
    double placeless = 0;  // share of the time of operators that neither compute nor send
    double limits[4] = {}; // share of the time by WorkLimit
};

RooflinePicture rooflineOf(const Outcome& outcome, WorkDetail detail);

// On the way from one picture to the next: marks that are in both move along straight lines on the log axes.
// `way` 0..1. Promise: halfway is the geometric mean. [RooflinePicture.HalfwayIsTheGeometricMean]
RooflinePicture between(const RooflinePicture& from, const RooflinePicture& to, double way);

// Whether the phase of the timeline that runs ("experts A") is one in which a mark works.
bool worksIn(const RoofMark& mark, const Phase& phase);

} // namespace supernode
