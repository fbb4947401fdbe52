# The blocks that are furthest, a bar each. Data: id, name, district, minutes (NaN: no way), women, women
# beyond. Numbers: the limit.
set xrange [0:*]
set arrow 1 from P[1], graph 0 to P[1], graph 1 nohead dashtype 3 linecolor rgb quiet front
said_of(women) = (is_there(4) ? sprintf('%.0f min', number(4)) : 'no way') . sprintf(', %.0f thousand women', women / 1000.0)
set offsets 0, graph (size eq 'slide' ? 0.6 : 0.9), 0, 0
set grid noytics
plot 'data.tsv' using (0):0:(0):(number(4)):($0 - 0.32):($0 + 0.32):ytic(name(text(2) . ', ' . text(3))) \
    with boxxyerror fillstyle solid noborder linecolor rgb bar notitle, \
     'data.tsv' using (number(4)):0:(said_of($5)) with labels \
         font names_font left offset 0.5, 0 textcolor rgb ink notitle
