# What moves the answer, a bar an input with its 95% interval. Data: input, basis, value, low, high. Numbers:
# people to a unit, the largest end of an interval.
set key bottom right
longest = size eq 'slide' ? 56 : 46
set lmargin at screen (size eq 'slide' ? 0.36 : 0.5)
set ytics font small_font
set xrange [0:1.05 * P[2] / P[1]]
set grid noytics
plot 'data.tsv' using (0):0:(0):($3 / P[1]):($0 - 0.32):($0 + 0.32):ytic(name(text(1) . (strlen(text(2)) > 0 ? ' (' . text(2) . ')' : ''))) \
    with boxxyerror fillstyle solid noborder linecolor rgb bar notitle, \
     'data.tsv' using ($3 / P[1]):0:($4 / P[1]):($5 / P[1]) \
         with xerrorbars pointtype 7 pointsize 0.4 linewidth 1.5 linecolor rgb ink title '95% interval'
