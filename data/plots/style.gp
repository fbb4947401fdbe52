# What all plots share: how text is read, colours, letters, sizes. Run before the plot's own script, in a
# folder with data.tsv, words.tsv, keys.tsv and numbers.tsv; draws the file "picture".
#
# Given on the command line: format ('svg', 'png'), size ('slide', 'column'), n_lines (of things below each
# other, or 0), n_keys.

set encoding utf8
set datafile separator "\t"
set datafile commentschars ""

# Text of the files: "|" before it, and private characters for a quote, a backslash and a line end.
put(s, mark, by) = strstrt(s, mark) == 0 ? s : s[1:strstrt(s, mark) - 1] . by . put(s[strstrt(s, mark) + 1:*], mark, by)
said(s) = put(put(put(s[2:*], "\356\200\200", "\042"), "\356\200\201", "\134"), "\356\200\202", "\n")
text(column) = said(strcol(column))
# A name beside a line of a plot; cut where it is too long.
longest = 30
name(s) = strlen(s) > longest ? s[1:longest - 1] . '…' : s
# A number that may be missing.
is_there(column) = strcol(column) ne 'NaN'
number(column) = is_there(column) ? real(strcol(column)) : 0

# The title, the caption, the axes; W is the text and L its number of lines.
array W[4]
array L[4]
stats 'words.tsv' using (W[int(column(0)) + 1] = text(1), L[int(column(0)) + 1] = column(2), 0) nooutput
# K: texts of the keys, C: their numbers.
array K[n_keys + 1]
array C[n_keys + 1]
stats 'keys.tsv' using (K[int(column(0)) + 1] = text(1), C[int(column(0)) + 1] = column(2), 0) nooutput
# P: other numbers.
array P[20]
stats 'numbers.tsv' using (P[int(column(0)) + 1] = column(2), 0) nooutput

# Colours as on the maps and in the report, told apart by colour-blind readers.
ink = '#17202a'
quiet = '#6b7580'
faint = '#d5d9dc'
new = '#00695b'
bar = '#0b5394'
best = '#2166ac'
official = '#c51b7d'
# Of the sets of centres: the first in ink, the last in the colour of what is new.
set_colour(i) = i == 1 ? ink : i == n_keys ? new : quiet

# Heights of letters in pixels of a picture that is 1200 or 600 wide.
letters = size eq 'slide' ? 21 : 15
small = size eq 'slide' ? 14 : 10.5
width = size eq 'slide' ? 1200 : 600
line_height = 1.5 * letters
fixed = (7.2 + 1.4 * L[3]) * letters + L[1] * 1.6 * letters + (L[2] + 1) * 1.5 * small
least = size eq 'slide' ? 675 : 450
height = n_lines > 0 ? fixed + (n_lines + 1) * line_height : least
height = ceil(height)

# An SVG takes them in pixels, a PNG in points.
points(pixels) = format eq 'svg' ? pixels : 0.75 * pixels
font(pixels) = sprintf('sans-serif,%.1f', points(pixels))
letters_font = font(letters)
small_font = font(small)
# Of names and figures beside the lines of a plot, and of long keys.
names_font = size eq 'slide' ? letters_font : font(small + 1)
key_line = size eq 'slide' ? 1.6 * letters : 1.75 * small
title = size eq 'slide' ? 24 : 16
title_font = format eq 'svg' ? font(title) : sprintf('sans-serif:Bold,%.1f', points(title))
if (format eq 'svg') {
  set terminal svg noenhanced size width, height font letters_font background '#ffffff' linewidth 1.5
} else {
  set terminal pngcairo noenhanced size 2 * width, 2 * height font letters_font fontscale 2 linewidth 3 pointscale 2 background '#ffffff'
}
set output 'picture'

# Heights as shares of the picture.
below = (L[2] * 1.5 * small) / height
set label 1 W[2] at screen 0.012, screen below font small_font textcolor rgb quiet noenhanced
set label 2 W[1] at screen 0.012, screen 1 - 1.4 * letters / height font title_font textcolor rgb ink noenhanced
room_below = below + (3.9 + 1.4 * L[3]) * letters / height
room_above = (L[1] + 0.9) * 1.6 * letters / height
set bmargin at screen room_below
set tmargin at screen 1 - room_above
set xlabel W[3] textcolor rgb ink noenhanced
set ylabel W[4] textcolor rgb ink noenhanced
set border 3 linecolor rgb quiet
set xtics nomirror textcolor rgb ink
set ytics nomirror textcolor rgb ink
set grid noxtics noytics linecolor rgb faint linetype 1
set key textcolor rgb ink noenhanced samplen 2 font names_font
# Room for names on the left, of rows below each other, the first on top.
if (n_lines > 0) {
  set lmargin at screen 0.36
  set rmargin at screen 0.95
  set yrange [n_lines - 0.4:-0.6]
  set ytics scale 0 font names_font
  set border 1
  set grid xtics
}
