// SPDX-License-Identifier: GPL-3.0-or-later
// A session from the first event to the last, kept: whatever ends it, what was asked is offered the next
// time.
//
// A window that is closed says goodbye: what was asked is "the last session" then. A signal to end (TERM,
// HUP, INT) is told to the event loop, the last second is kept, and the next start asks whether to bring it
// back, as after a crash or a kill. Thread: GUI; one at a time in a process. Promise: nothing of it comes
// back unasked. [KeptRun.WhateverEndsItIsOfferedAndNeverForced]
#pragma once

class QString;

namespace supernode {

class MainWindow;

// Runs the event loop over the window; gives the exit status back: 128 and the signal after a signal.
int runKept(MainWindow& window, const QString& folder);

} // namespace supernode
